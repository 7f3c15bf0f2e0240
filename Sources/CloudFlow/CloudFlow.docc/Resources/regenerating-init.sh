cloudflow-generate init openapi.yaml --module TillsAPI --output Tills
cd Tills
swift test
