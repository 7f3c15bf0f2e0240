swift run terminals 8080
curl -i http://localhost:8080/client/1.0/devices
