"""A JSON object from the portal, whose members may be of any type."""

import ipaddress
from typing import Any


class BadAnswer(Exception):
    """The portal said something that makes no sense."""


def is_number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool)


class Fields:
    """Typed access to the members of a JSON object."""

    def __init__(self, item: Any):
        self._item = item

    def __contains__(self, key):
        return key in self._item

    def text(self, key):
        return self._of_type(key, str)

    def matching(self, key, pattern):
        value = self.text(key)
        if not pattern.match(value):
            raise BadAnswer(key)
        return value

    def object(self, key):
        return self._of_type(key, dict)

    def flag(self, key):
        return self._of_type(key, bool)

    def number(self, key):
        value = self._item.get(key)
        if not is_number(value):
            raise BadAnswer(key)
        return value

    def address(self, key):
        value = self.text(key)
        try:
            parsed = ipaddress.ip_address(value)
        except ValueError:
            raise BadAnswer(key)
        if parsed.is_unspecified or parsed.is_multicast:
            raise BadAnswer(key)
        return value

    def list(self, key, kind):
        values = self._of_type(key, list)
        if not all(isinstance(value, kind) for value in values):
            raise BadAnswer(key)
        return values

    def texts(self, key):
        values = self._of_type(key, dict)
        if not all(isinstance(value, str) for value in values.values()):
            raise BadAnswer(key)
        return values

    def _of_type(self, key, kind):
        value = self._item.get(key)
        if not isinstance(value, kind):
            raise BadAnswer(key)
        return value
