"""Descriptions as they are written, the examples in their schemas, and values made of schemas' constraints."""

import base64
import json
import re
import uuid
from functools import cached_property
from pathlib import Path

import yaml


class Unsure(Exception):
    """The schema says something that no value is made for here."""


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2's core schema: only `true` and `false` are booleans, `1e3` is a number, and there are no timestamps."""


CoreLoader.yaml_implicit_resolvers = {
    letter: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] not in {"timestamp", "bool", "int", "float"}]
    for letter, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for tag, pattern, letters in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(letters))
for tag, construct in (("int", int), ("float", float)):
    CoreLoader.add_constructor(f"tag:yaml.org,2002:{tag}", lambda loader, node, construct=construct: construct(node.value))

TEXTS = {
    "date-time": lambda random: f"20{random.randint(10, 40)}-0{random.randint(1, 9)}-1{random.randint(0, 9)}T0{random.randint(0, 9)}:30:00Z",
    "date": lambda random: f"20{random.randint(10, 40)}-0{random.randint(1, 9)}-1{random.randint(0, 9)}",
    "time": lambda random: f"0{random.randint(0, 9)}:30:00Z",
    "duration": lambda random: f"PT{random.randint(1, 90)}M",
    "uuid": lambda random: str(uuid.UUID(int=random.getrandbits(128), version=4)),
    "email": lambda random: f"someone{random.randint(1, 99)}@example.com",
    "uri": lambda random: f"https://example.com/{random.randint(1, 99)}",
    "url": lambda random: f"https://example.com/{random.randint(1, 99)}",
    "uri-reference": lambda random: f"/{random.randint(1, 99)}",
    "hostname": lambda random: f"host{random.randint(1, 99)}.example.com",
    "ipv4": lambda random: f"192.0.2.{random.randint(1, 254)}",
    "ipv6": lambda random: f"2001:db8::{random.randint(1, 999)}",
    "byte": lambda random: base64.b64encode(random.randbytes(random.randint(0, 9))).decode(),
    "decimal": lambda random: f"{random.randint(0, 999)}.{random.randint(10, 99)}",
}
RANGES = {f"int{bits}": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for bits in (8, 16, 32, 64)}
RANGES |= {f"uint{bits}": (0, 2**bits - 1) for bits in (8, 16, 32, 64)}
NO_VALUE_MADE = {"not", "if", "patternProperties", "propertyNames", "dependentSchemas", "contains", "prefixItems", "$dynamicRef"}
ALPHABET = "abc XYZ019-_/\"\\äß€😀"


class Description:
    def __init__(self, path: Path):
        text = path.read_text(encoding="utf-8-sig")
        self.root = json.loads(text) if path.suffix == ".json" else yaml.load(text, CoreLoader)

    @property
    def schemas(self) -> dict:
        found = self.root.get("definitions") or (self.root.get("components") or {}).get("schemas") or {}
        return {name: schema for name, schema in found.items() if isinstance(schema, dict)}

    @cached_property
    def defaults(self) -> dict:
        """The defaults of properties, by their names."""
        found, nodes = {}, [self.root]
        while nodes:
            node = nodes.pop()
            nodes += node.values() if isinstance(node, dict) else node if isinstance(node, list) else []
            properties = node.get("properties") if isinstance(node, dict) else None
            for name, schema in properties.items() if isinstance(properties, dict) else []:
                try:
                    schema = self.resolved(schema)
                except (Unsure, KeyError):
                    continue
                if isinstance(schema, dict) and "default" in schema:
                    found.setdefault(name, []).append(schema["default"])
        return found

    def resolved(self, schema):
        """The schema with references followed and `allOf` merged in, as far as that is plain."""
        seen, beside = set(), {}
        while isinstance(schema, dict) and "$ref" in schema:
            beside = {**{key: schema[key] for key in ("default",) if key in schema}, **beside}
            if schema["$ref"] in seen or not schema["$ref"].startswith("#/"):
                raise Unsure("a reference that leads elsewhere")
            seen.add(schema["$ref"])
            target = self.root
            for key in schema["$ref"][2:].split("/"):
                target = target[key.replace("~1", "/").replace("~0", "~")]
            schema = {**target, **beside} if isinstance(target, dict) else target
        if not isinstance(schema, dict) or "allOf" not in schema:
            return schema
        merged = {key: value for key, value in schema.items() if key != "allOf"}
        merged["properties"], merged["required"] = dict(schema.get("properties") or {}), list(schema.get("required") or [])
        for part in map(self.resolved, schema["allOf"]):
            if not isinstance(part, dict):
                continue
            for key, value in part.items():
                if key == "properties":
                    for name, other in (value or {}).items():
                        if name in merged["properties"] and merged["properties"][name] != other:
                            raise Unsure("properties that allOf narrows")
                        merged["properties"][name] = other
                elif key == "required":
                    merged["required"] += value
                elif key in {"oneOf", "anyOf", "enum", "discriminator", "additionalProperties"} and key in merged:
                    raise Unsure("several of a kind in allOf")
                else:
                    merged.setdefault(key, value)
        return merged

    def examples(self, schema: dict) -> list:
        """A schema's own examples."""
        found = [schema["example"]] if "example" in schema else []
        return found + (schema["examples"] if isinstance(schema.get("examples"), list) else [])

    def composed_example(self, schema: dict):
        """What the examples of an object's properties make together; nil where there are none."""
        try:
            properties = self.resolved(schema).get("properties") or {}
            parts = {name: self.examples(self.resolved(each)) for name, each in properties.items() if isinstance(each, dict)}
        except Unsure:
            return None
        return {name: found[0] for name, found in parts.items() if found} or None

    def fits(self, schema, value) -> bool:
        """Whether a value is of a schema, by kinds, enumerations and required members: examples often aren't."""
        try:
            schema = self.resolved(schema)
        except Unsure:
            return True
        if not isinstance(schema, dict):
            return schema is not False
        if is_only_null(schema):
            return value is None
        if value is None:
            return bool(schema.get("nullable") or schema.get("x-nullable")) or "null" in kinds(schema) or not kinds(schema)
        if "enum" in schema and value not in schema["enum"]:
            return False
        for key in ("oneOf", "anyOf"):
            if key in schema and not any(self.fits(each, value) for each in schema[key]):
                return False
        if kinds(schema) and not any(is_of(kind, value) for kind in kinds(schema)):
            return False
        if isinstance(value, list):
            return all(self.fits(schema.get("items", {}), each) for each in value)
        if isinstance(value, dict):
            properties, rest = schema.get("properties") or {}, schema.get("additionalProperties", {})
            if any(name not in value for name in schema.get("required") or []):
                return False
            return all(self.fits(properties.get(name, rest), each) for name, each in value.items())
        text_format = schema.get("format")
        if isinstance(value, int) and text_format in RANGES:
            return RANGES[text_format][0] <= value <= RANGES[text_format][1]
        if isinstance(value, float) and text_format == "float":
            # Nine digits tell all of them apart.
            return float(f"{value:.9g}") == value
        return True

    def value(self, schema, random, depth=0):
        """A value that meets a schema's constraints."""
        schema = self.resolved(schema)
        if schema is False or not isinstance(schema, (dict, bool)):
            raise Unsure("no value")
        if schema is True:
            return random.choice(["text", 1, True, [], {}])
        if depth > 8 or NO_VALUE_MADE & schema.keys():
            raise Unsure("too deep, or a keyword that no value is made for")
        if "const" in schema:
            return schema["const"]
        if "enum" in schema:
            return random.choice([each for each in schema["enum"]])
        for key in ("oneOf", "anyOf"):
            if key in schema:
                return self.alternative(schema, schema[key], random, depth)
        if is_only_null(schema):
            return None
        nullable = schema.get("nullable") or "null" in kinds(schema)
        if nullable and random.random() < 0.2:
            return None
        kind = random.choice([each for each in kinds(schema) if each != "null"] or ["any"])
        return getattr(self, kind + "_value")(schema, random, depth)

    def alternative(self, schema, alternatives, random, depth):
        if schema.get("properties") or "discriminator" in schema:
            raise Unsure("alternatives with more beside them")
        value = self.value(random.choice(alternatives), random, depth + 1)
        if sum(self.fits(each, value) for each in alternatives) != 1:
            raise Unsure("a value of several alternatives")
        return value

    def any_value(self, schema, random, depth):
        return random.choice(["text", 1, True, {}])

    def boolean_value(self, schema, random, depth):
        return random.random() < 0.5

    def integer_value(self, schema, random, depth):
        low, high = bounds(schema, 1)
        least, greatest = RANGES.get(schema.get("format"), (-(2**53), 2**53))
        low, high = max(least, low if low is not None else least), min(greatest, high if high is not None else greatest)
        step = schema.get("multipleOf", 1)
        if low > high or step != int(step):
            raise Unsure("no integer")
        value = random.choice([low, high, random.randint(int(low), int(high)), min(max(0, low), high)])
        value = int(value) // int(step) * int(step)
        return value if low <= value else value + int(step)

    def number_value(self, schema, random, depth):
        if "multipleOf" in schema:
            raise Unsure("multiples of numbers")
        low, high = bounds(schema, 0.5)
        low, high = (low if low is not None else (high or 0) - 1000), (high if high is not None else (low or 0) + 1000)
        return random.choice([round(low + (high - low) / 4, 2), low, high])

    def string_value(self, schema, random, depth):
        if "pattern" in schema:
            found = [each for each in self.examples(schema) if isinstance(each, str) and re.search(schema["pattern"], each)]
            if not found:
                raise Unsure("a pattern without an example")
            return found[0]
        low = schema.get("minLength", 0)
        high = max(low, min(schema.get("maxLength", low + 12), low + 12))
        make = TEXTS.get(schema.get("format"))
        text = make(random) if make else "".join(random.choice(ALPHABET) for _ in range(random.randint(low, high)))
        if make and not low <= len(text) <= schema.get("maxLength", len(text)):
            raise Unsure("a format and a length")
        return text

    def array_value(self, schema, random, depth):
        low = schema.get("minItems", 0)
        high = max(low, min(schema.get("maxItems", low + 3), low + 3))
        found = []
        for _ in range(random.randint(low, high)):
            try:
                value = self.value(schema.get("items", {}), random, depth + 1)
            except Unsure:
                break
            if not schema.get("uniqueItems") or value not in found:
                found.append(value)
        if len(found) < low:
            raise Unsure("too few items")
        return found

    def object_value(self, schema, random, depth):
        made, required = {}, set(schema.get("required") or [])
        if "discriminator" in schema:
            raise Unsure("a base with descendants")
        properties = {name: each for name, each in (schema.get("properties") or {}).items() if not self.is_write_only(each)}
        for name, property in properties.items():
            if name not in required and random.random() < 0.4:
                continue
            try:
                made[name] = self.value(property, random, depth + 1)
            except Unsure:
                if name in required:
                    raise
        rest = schema.get("additionalProperties")
        if isinstance(rest, dict) and random.random() < 0.5:
            made["another"] = self.value(rest, random, depth + 1)
        if required - made.keys() or not schema.get("minProperties", 0) <= len(made) <= schema.get("maxProperties", len(made)):
            raise Unsure("members without schemas, or too few or many")
        return made

    def is_write_only(self, schema) -> bool:
        schema = self.resolved(schema)
        return isinstance(schema, dict) and bool(schema.get("writeOnly"))


def kinds(schema: dict) -> list:
    if "type" in schema:
        return schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return ["object"] if "properties" in schema or "additionalProperties" in schema else ["array"] if "items" in schema else []


def is_only_null(schema: dict) -> bool:
    """Whether it says nothing but that there may be null, which is how some generators say `null`."""
    return schema.get("nullable") is True and not schema.keys() - {"nullable", "description", "title"}


def is_of(kind: str, value) -> bool:
    if isinstance(value, bool):
        return kind == "boolean"
    if isinstance(value, (int, float)):
        return kind == "number" or kind == "integer" and value == int(value)
    return kind == {str: "string", list: "array", dict: "object"}.get(type(value))


def bounds(schema: dict, step):
    low, high = schema.get("minimum"), schema.get("maximum")
    for key, side in (("exclusiveMinimum", 1), ("exclusiveMaximum", -1)):
        limit = schema.get(key)
        if isinstance(limit, bool):
            limit = (low if side > 0 else high) if limit else None
        if limit is not None:
            low, high = (limit + step, high) if side > 0 else (low, limit - step)
    return low, high
