swift package --allow-writing-to-package-directory generate-api
git diff --stat Generated
swift build
