"""What schemathesis can't read from a schema, as checks of its own; `schemathesis.toml` loads them.

Each takes the context of the check, the response and the case that led to it, and fails by an `AssertionError`.
"""

import json
from urllib.parse import parse_qs, urlsplit

import schemathesis
from schemathesis.generation.meta import REQUEST_SHAPE_PROBES, coverage_scenario

# The error table of the specs. None of its codes comes with another status.
ERROR_TABLE = {
    400: "failed",
    401: "unauthorized",
    403: "forbidden",
    404: "notFound",
    409: "duplicateItem",
    410: "connectionLost",
    412: "preconditionFailed",
    417: "storageFailed",
    422: "invalidData",
    429: "tooManyConnections",
}

# HTTP's own refusals, for which the table has no better status.
HTTP_REFUSALS = {405, 413, 414, 415, 426, 431}


@schemathesis.check
def error_table(ctx, response, case):
    """Every refusal, also of a request that no operation knows, carries the error envelope of its status."""
    status = response.status_code
    if status < 400 or response.request.method == "HEAD":
        return
    expected = ERROR_TABLE.get(status) or ("failed" if status in HTTP_REFUSALS else None)
    assert expected, f"{status} is neither in the error table nor a refusal of HTTP itself"
    media_type = (response.headers.get("content-type") or [""])[0].partition(";")[0].strip().lower()
    assert media_type == "application/json", f"an error body of type {media_type!r}, not 'application/json'"
    try:
        body = json.loads(response.content)
    except ValueError:
        raise AssertionError("an error body that is not JSON") from None
    assert isinstance(body, dict) and isinstance(body.get("errorMessage"), str), "an error body that is not an ApiError"
    code = body.get("errorCode")
    assert code == expected, f"{status} comes with errorCode {code!r}, not {expected!r}"


@schemathesis.check
def documented_status(ctx, response, case):
    """A valid request is answered with a status that its operation lists by number.

    `default` would document any status, which is why schemathesis' own `status_code_conformance` can't fail here.
    """
    if case.meta is None or not case.meta.generation.mode.is_positive or coverage_scenario(case) in REQUEST_SHAPE_PROBES:
        return
    documented = [status for status in case.operation.responses.status_codes if status != "default"]
    assert str(response.status_code) in documented, f"{response.status_code} is not one of {', '.join(documented)}"


@schemathesis.check
def unknown_parameters(ctx, response, case):
    """An unknown query parameter is refused: `?serialnumber=...` must not silently list every device."""
    if not 200 <= response.status_code < 300:
        return
    declared = {parameter.name for parameter in case.operation.query}
    # What was sent counts: an empty list, say, is drawn but never gets into the URL.
    sent = parse_qs(urlsplit(response.request.url or "").query, keep_blank_values=True)
    unknown = sorted(sent.keys() - declared)
    assert not unknown, f"unknown query parameters are accepted: {', '.join(unknown)}"
