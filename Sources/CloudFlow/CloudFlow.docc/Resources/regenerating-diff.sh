cloudflow-generate diff specs/openapi.yaml --against HEAD
