"""Checks that the four specs say what the documentation of the API says, and what this project decided.

    check-specs.py FOLDER

Ends with the line `N passed, N failed`, and exits with 1 when a check failed.
"""

import sys
from pathlib import Path

import yaml

from tally import Checks

# Spec -> operation -> (method, path, statuses, body of the success). Every operation also has a `default`.
OPERATIONS = {
    "client-1.0": {
        "getToken": ("get", "/token", "200 401 403", "ConnectionCredentials"),
        "listDevices": ("get", "/devices", "200 401 403", "[Device]"),
        "getDevice": ("get", "/devices/{referenceId}", "200 401 403 404", "Device"),
        "openSocket": ("get", "/socket", "101 401 403 429", None),
    },
    "client-1.1": {
        "getToken": ("get", "/token", "200 401 403", "ConnectionCredentials"),
        "listDevices": ("get", "/devices", "200 401 403 404", "[Device]"),
        "getDevice": ("get", "/devices/{referenceId}", "200 401 403 404", "Device"),
        "getDeviceConnected": ("get", "/devices/{referenceId}/connected", "200 401 404", "DeviceConnection"),
        "sendRequest": ("post", "/devices/{referenceId}/requests", "202 401 403 404 409 410 412 417 422", "RequestAccepted"),
        "openSocket": ("get", "/socket", "101 401 403 429", None),
    },
    "device-1.0": {
        "enrolDevice": ("get", "/devices/enrol", "200 401 403", "ConnectionCredentials"),
        "openSocket": ("get", "/socket", "101 401 403 429", None),
    },
    "device-1.1": {
        "enrolDevice": ("get", "/devices/enrol", "200 401 403", "ConnectionCredentials"),
        "openSocket": ("get", "/socket", "101 401 403 429", None),
    },
}

# Operation -> its parameters, as `place name`; all are strings.
PARAMETERS = {
    "getToken": [],
    "listDevices": ["query model", "query serialNumber", "query location"],
    "getDevice": ["path referenceId"],
    "getDeviceConnected": ["path referenceId"],
    "sendRequest": ["path referenceId"],
    "enrolDevice": [],
    "openSocket": [],
}

# Schema -> its properties; `?` marks one that is not required.
SCHEMAS = {
    "ConnectionCredentials": "connectionType connectionUrl tokenType accessToken",
    "Device": "clientAccountId referenceId serialNumber model name? location?",
    "ApiError": "errorCode errorMessage",
    "DeviceConnection": "",
    "DeviceRequest": "requestId payload callbackUrl timeToLive?",
    "RequestAccepted": "requestId acceptedAt",
}

# Audience -> what goes over its websocket: message -> its properties. `type` tells the messages apart.
MESSAGES = {
    "client": {
        "ClientRequest": "type id referenceId payload timeToLive?",
        "Acknowledgement": "type id sequence",
        "DeviceEvent": "type id sequence referenceId payload final",
        "RequestError": "type id? sequence? errorCode errorMessage delivery?",
    },
    "device": {
        "RequestAccepted": "type id",
        "DeviceEvent": "type id sequence payload final",
        "RequestError": "type id errorCode errorMessage",
        "PlatformRequest": "type id payload expiresAt",
        "Acknowledgement": "type id sequence",
    },
}

# Audience -> what each side sends: the value of `type` -> the message.
SOCKETS = {
    "client": {
        "ClientMessage": {"request": "ClientRequest", "ack": "Acknowledgement"},
        "PlatformMessage": {"event": "DeviceEvent", "error": "RequestError"},
    },
    "device": {
        "DeviceMessage": {"accepted": "RequestAccepted", "event": "DeviceEvent", "error": "RequestError"},
        "PlatformMessage": {"request": "PlatformRequest", "ack": "Acknowledgement"},
    },
}

CLOSE_CODES = {"client": "1000 1001 1003 1008 1009 1011 4401 4408", "device": "1000 1001 1003 1008 1009 1011 4401 4408 4409"}

ENUMS = {
    "CredentialsConnectionType": ["websocket"],
    "CredentialsTokenType": ["jwt"],
    "Delivery": ["never", "delivered", "unknown"],
}

BEARER_FORMAT = {
    "client": 'base64({"accountId": "…", "apiToken": "…"})',
    "device": 'base64({"model": "…", "serialNumber": "…", "apiToken": "…"})',
}

ERROR_TABLE = """
| Status | errorCode | Meaning |
| --- | --- | --- |
| 400 | `failed` | unexpected failure |
| 401 | `unauthorized` | missing or invalid `Authorization` bearer token |
| 403 | `forbidden` | the operation is not allowed |
| 404 | `notFound` | the item requested or referenced does not exist |
| 409 | `duplicateItem` | the item can't be created: it exists already |
| 410 | `connectionLost` | the target that the request was meant for is not available |
| 412 | `preconditionFailed` | existing preconditions keep the operation from being carried out |
| 417 | `storageFailed` | the item could not be persisted |
| 422 | `invalidData` | required data is missing, or the data is invalid |
| 429 | `tooManyConnections` | the account's limit of websocket connections is exceeded |
"""

METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}


def resolved(document, node):
    """The node, or what its `$ref` points at."""
    while isinstance(node, dict) and "$ref" in node:
        reference = node["$ref"]
        node = document
        for part in reference.removeprefix("#/").split("/"):
            node = node[part.replace("~1", "/").replace("~0", "~")]
    return node


def operations_of(document):
    return {
        operation["operationId"]: (method, path, operation)
        for path, item in document["paths"].items()
        for method, operation in item.items()
        if method in METHODS
    }


def schema_name(schema):
    """`Device` for a reference to it, `[Device]` for an array of such."""
    if schema.get("type") == "array":
        return f"[{schema_name(schema['items'])}]"
    return schema.get("$ref", "").removeprefix("#/components/schemas/")


def check_document(checks, name, document):
    audience, version = name.split("-")
    info = document["info"]
    checks.equal(f"{name}: openapi", document["openapi"], "3.0.3")
    checks.equal(f"{name}: title", info["title"], f"CloudFlow {audience.capitalize()} API")
    checks.equal(f"{name}: version", info["version"], version)
    checks.equal(f"{name}: contact", info["contact"]["email"], "info@aevi.com")
    checks.true(f"{name}: the error table is whole", ERROR_TABLE in info["description"])
    checks.true(f"{name}: case sensitivity", "All fields and parameters are case sensitive" in info["description"])
    checks.true(f"{name}: tells facts from design", "this project's design" in info["description"])
    checks.equal(f"{name}: release notes", "## Release notes" in info["description"], version == "1.1")
    checks.equal(f"{name}: servers", [server["url"] for server in document["servers"]], [f"http://{{host}}:{{port}}/{audience}/{version}"])
    variables = {key: variable["default"] for key, variable in document["servers"][0]["variables"].items()}
    checks.equal(f"{name}: server variables", variables, {"host": "localhost", "port": "8080"})
    scheme = document["components"]["securitySchemes"]["apiToken"]
    checks.equal(f"{name}: security", document["security"], [{"apiToken": []}])
    checks.equal(f"{name}: security scheme", (scheme["type"], scheme["scheme"]), ("http", "bearer"))
    checks.equal(f"{name}: bearer format", scheme["bearerFormat"], BEARER_FORMAT[audience])


def check_operations(checks, name, document):
    found = operations_of(document)
    checks.equal(f"{name}: operations", sorted(found), sorted(OPERATIONS[name]))
    for operation_id, (method, path, statuses, body) in OPERATIONS[name].items():
        if operation_id not in found:
            continue
        found_method, found_path, operation = found[operation_id]
        label = f"{name}: {operation_id}"
        checks.equal(f"{label}: method and path", (found_method, found_path), (method, path))
        checks.equal(f"{label}: statuses", " ".join(operation["responses"]), f"{statuses} default")
        checks.true(f"{label}: summary and description", operation.get("summary") and operation.get("description"))
        checks.equal(f"{label}: security", operation.get("security"), [{"accessToken": []}] if body is None else None)
        parameters = [resolved(document, parameter) for parameter in operation.get("parameters", [])]
        checks.equal(f"{label}: parameters", [f"{it['in']} {it['name']}" for it in parameters], PARAMETERS[operation_id])
        for parameter in parameters:
            it = f"{label}: {parameter['name']}"
            checks.equal(f"{it}: schema", parameter["schema"], {"type": "string"})
            checks.equal(f"{it}: required", parameter.get("required", False), parameter["in"] == "path")
            checks.true(f"{it}: example", "example" in parameter)
        for status, response in operation["responses"].items():
            if status == "101":
                continue
            content = resolved(document, response)["content"]
            checks.equal(f"{label}: {status}: media types", list(content), ["application/json"])
            media = content["application/json"]
            expected = body if status.startswith("2") else "ApiError"
            checks.equal(f"{label}: {status}: body", schema_name(media["schema"]), expected)
            checks.true(f"{label}: {status}: example", "example" in media or "examples" in media)


def check_schemas(checks, name, document):
    schemas = document["components"]["schemas"]
    audience = name.split("-")[0]
    expected = SCHEMAS | MESSAGES[audience]
    for schema_id, schema in schemas.items():
        label = f"{name}: {schema_id}"
        checks.true(f"{label}: description", schema.get("description"))
        if schema_id in SOCKETS[audience]:
            mapping = {value: reference.split("/")[-1] for value, reference in schema["discriminator"]["mapping"].items()}
            checks.equal(f"{label}: messages", mapping, SOCKETS[audience][schema_id])
            checks.equal(f"{label}: alternatives", [schema_name(it) for it in schema["oneOf"]], list(mapping.values()))
            checks.equal(f"{label}: discriminator", schema["discriminator"]["propertyName"], "type")
            for value, message in mapping.items():
                checks.equal(f"{name}: {message}: type", schemas[message]["properties"]["type"]["enum"], [value])
            continue
        checks.true(f"{label}: example", "example" in schema)
        if schema_id in ENUMS:
            checks.equal(f"{label}: enum", (schema["type"], schema["enum"]), ("string", ENUMS[schema_id]))
            continue
        properties = schema.get("properties", {})
        required = schema.get("required", [])
        found = " ".join(key if key in required else f"{key}?" for key in properties)
        checks.equal(f"{label}: properties", found, expected.get(schema_id))
        checks.equal(f"{label}: type", schema["type"], "object")
        for key, value in properties.items():
            checks.true(f"{label}.{key}: description", resolved(document, value).get("description"))
            checks.true(f"{label}.{key}: example", key == "type" or "example" in resolved(document, value))
    credentials = schemas["ConnectionCredentials"]["properties"]
    enums = [schema_name(credentials["connectionType"]), schema_name(credentials["tokenType"])]
    checks.equal(f"{name}: ConnectionCredentials: enums", enums, ["CredentialsConnectionType", "CredentialsTokenType"])
    for schema_id in ("ConnectionCredentials", "Device", "ApiError"):
        for key, value in schemas.get(schema_id, {}).get("properties", {}).items():
            checks.equal(f"{name}: {schema_id}.{key}: type", resolved(document, value)["type"], "string")


def check_socket(checks, name, document):
    """The websocket: what goes over it, who may open it, and how it ends."""
    audience = name.split("-")[0]
    operation = document["paths"]["/socket"]["get"]
    sends, receives = SOCKETS[audience]
    references = {"sends": {"$ref": f"#/components/schemas/{sends}"}, "receives": {"$ref": f"#/components/schemas/{receives}"}}
    checks.equal(f"{name}: openSocket: x-websocket", operation["x-websocket"], {"subprotocols": ["cloudflow.v1"]} | references)
    scheme = document["components"]["securitySchemes"]["accessToken"]
    checks.equal(f"{name}: access token", (scheme["type"], scheme["scheme"], scheme["bearerFormat"]), ("http", "bearer", "JWT"))
    rows = [line.split("|") for line in operation["description"].splitlines() if line.startswith("|")]
    codes = [row[1].strip() for row in rows if row[1].strip().isdigit()]
    checks.equal(f"{name}: openSocket: close codes", " ".join(codes), CLOSE_CODES[audience])


def check_asynchronous_requests(checks, name, document):
    """What only Client 1.1 has: the request, and the webhook that its events come by."""
    operation = document["paths"]["/devices/{referenceId}/requests"]["post"]
    body = operation["requestBody"]
    checks.true(f"{name}: sendRequest: the body is required", body["required"])
    checks.equal(f"{name}: sendRequest: body", schema_name(body["content"]["application/json"]["schema"]), "DeviceRequest")
    request = document["components"]["schemas"]["DeviceRequest"]
    checks.equal(f"{name}: DeviceRequest refuses other fields", request["additionalProperties"], False)
    keywords = {
        key: {keyword: value for keyword, value in schema.items() if keyword not in ("description", "example")}
        for key, schema in request["properties"].items()
    }
    expected = {
        "requestId": {"type": "string", "minLength": 1, "maxLength": 64},
        "payload": {},
        "callbackUrl": {"type": "string", "format": "uri"},
        "timeToLive": {"type": "integer", "minimum": 1, "maximum": 300, "default": 30},
    }
    checks.equal(f"{name}: DeviceRequest", keywords, expected)
    callback = operation["callbacks"]["deviceEvent"]["{$request.body#/callbackUrl}"]["post"]
    parameters = [resolved(document, parameter) for parameter in callback["parameters"]]
    found = [(it["in"], it["name"], it["required"]) for it in parameters]
    checks.equal(f"{name}: webhook: header", found, [("header", "CloudFlow-Signature", True)])
    checks.equal(f"{name}: webhook: body", schema_name(callback["requestBody"]["content"]["application/json"]["schema"]), "PlatformMessage")
    checks.equal(f"{name}: webhook: any 2xx acknowledges", list(callback["responses"]), ["2XX"])
    checks.equal(f"{name}: webhook: no API token", callback["security"], [])


def schema_texts(text):
    """Schema name -> its text in the file, without the comments and blank lines after it."""
    texts, name = {}, None
    for line in text[text.index("\n  schemas:\n") + 1 :].splitlines()[1:]:
        if line.startswith("    ") and line[4] not in " #":
            name = line.strip().rstrip(":")
            texts[name] = []
        if name:
            texts[name].append(line)
    return {key: "\n".join(lines).rstrip() for key, lines in texts.items()}


def main(folder):
    checks = Checks()
    texts = {name: Path(folder, f"{name}.yaml").read_text(encoding="utf-8") for name in OPERATIONS}
    documents = {name: yaml.safe_load(text) for name, text in texts.items()}
    for name, document in documents.items():
        check_document(checks, name, document)
        check_operations(checks, name, document)
        check_schemas(checks, name, document)
        check_socket(checks, name, document)
    check_asynchronous_requests(checks, "client-1.1", documents["client-1.1"])

    # What did not change between versions is the same text, and what is no message also between audiences: one type serves them all.
    first = schema_texts(texts["client-1.0"])
    for name in texts:
        audience = name.split("-")[0]
        messages = MESSAGES[audience].keys() | SOCKETS[audience].keys()
        oldest = schema_texts(texts[f"{audience}-1.0"])
        for schema_id, text in schema_texts(texts[name]).items():
            known = oldest if schema_id in messages else first
            checks.equal(f"{name}: {schema_id}: same text as in the first version", text, known.get(schema_id, text))
    checks.equal("device-1.1: paths of device-1.0", documents["device-1.1"]["paths"], documents["device-1.0"]["paths"])

    # The generator's configuration names each of the specs once.
    modules = yaml.safe_load(Path(folder, "apis.yaml").read_text(encoding="utf-8"))["modules"]
    listed = [version["spec"] for versions in modules.values() for version in versions]
    checks.equal("apis.yaml: specs", listed, [f"{name}.yaml" for name in OPERATIONS])

    return checks.report()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
