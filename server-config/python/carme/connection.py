"""How requests reach the portal's REST API."""

import http.client
import json
import os
import ssl
import stat
import time
import urllib.error
import urllib.parse
import urllib.request
from typing import Any, Callable, Optional

from .errors import CarmeError, Refused, Unavailable

TOKEN_FILE = os.path.join("~", ".config", "carme", "token")
_LOCAL = ("127.0.0.1", "::1", "localhost")
_LARGEST_ANSWER = 64 << 20
_PATIENCE = 60.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 8.0


class Connection:
    """The portal's address and the token with which it is asked."""

    def __init__(self, url: str, token: str, timeout: float, cafile: Optional[str]) -> None:
        parts = urllib.parse.urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ValueError("The address of the portal begins with https:// and not as %r does" % url)
        if parts.scheme == "http" and parts.hostname not in _LOCAL:
            raise ValueError("%s would show your token to everybody on the way; use https://" % url)
        if any(char.isspace() or not char.isprintable() for char in token) or not token:
            raise ValueError("That is no token: make one in the portal, on the page of API tokens")
        self.url = url.rstrip("/")
        self._token = token
        self._timeout = timeout
        # a redirect would carry the token to wherever it leads
        handlers = [_NoRedirect()]
        if parts.scheme == "http":
            # a proxy would read the token, and its localhost is another one
            handlers.append(urllib.request.ProxyHandler({}))
        else:
            handlers.append(urllib.request.HTTPSHandler(context=ssl.create_default_context(cafile=cafile)))
        self._opener = urllib.request.build_opener(*handlers)

    def __repr__(self) -> str:
        return "Connection(%r)" % self.url

    def get(self, path: str, **query: Any) -> Any:
        given = {key: value for key, value in query.items() if value is not None}
        return self._send("GET", path + ("?" + urllib.parse.urlencode(given) if given else ""))

    def post(self, path: str, body: Any = None, **headers: str) -> Any:
        return self._send("POST", path, {} if body is None else body, headers)

    def delete(self, path: str) -> Any:
        return self._send("DELETE", path)

    def _send(self, method: str, path: str, body: Any = None, headers: Any = None) -> Any:
        request = urllib.request.Request(
            self.url + "/api/v1" + path, None if body is None else json.dumps(body).encode(), method=method)
        request.add_header("Authorization", "Bearer " + self._token)
        request.add_header("Accept", "application/json, application/problem+json")
        if body is not None:
            request.add_header("Content-Type", "application/json")
        for name, value in (headers or {}).items():
            request.add_header(name.replace("_", "-"), value)
        try:
            with self._opener.open(request, timeout=self._timeout) as response:
                return _content(response.read(_LARGEST_ANSWER + 1))
        except urllib.error.HTTPError as error:
            with error:
                raise _refusal(error) from None
        except (OSError, http.client.HTTPException) as error:
            reason = getattr(error, "reason", error)
            lasts = isinstance(reason, (ssl.SSLError, ssl.CertificateError))
            raise Unavailable("%s does not answer: %s" % (self.url, reason), lasts=lasts) from error


def patiently(ask: Callable[[], Any]) -> Any:
    """Asks again while the portal is away, for as long as it is restarted; for what does no harm when it is done twice."""
    limit = time.monotonic() + _PATIENCE
    pause = _FIRST_PAUSE
    while True:
        try:
            return ask()
        except Unavailable as error:
            left = limit - time.monotonic()
            if error.lasts or left <= 0:
                raise
            time.sleep(min(pause, left))
            pause = min(2 * pause, _LONGEST_PAUSE)


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def _content(raw: bytes) -> Any:
    if not raw:
        return None
    if len(raw) > _LARGEST_ANSWER:
        raise Unavailable("The answer is too long")
    try:
        return json.loads(raw.decode())
    except ValueError as error:
        raise Unavailable("What answers is not the portal") from error


def _refusal(error: urllib.error.HTTPError) -> CarmeError:
    try:
        problem = json.loads(error.read(_LARGEST_ANSWER).decode())
    except (OSError, http.client.HTTPException, ValueError):
        problem = None
    if not isinstance(problem, dict) or not isinstance(problem.get("code"), str):
        return Unavailable("The portal answers with status %d" % error.code, lasts=error.code < 500)
    if error.code >= 500:
        return Unavailable(str(problem.get("detail", problem["code"])), lasts=problem["code"] == "maintenance")
    fields = {str(field.get("field")): str(field.get("detail"))
              for field in problem.get("errors") or [] if isinstance(field, dict)}
    return Refused(error.code, problem["code"], str(problem.get("detail", "")), fields)


def stored_token() -> str:
    """The token from CARME_TOKEN, or from a file that nobody else can read."""
    given = os.environ.get("CARME_TOKEN")
    if given:
        return given.strip()
    path = os.path.expanduser(TOKEN_FILE)
    try:
        with open(path) as file:
            mode = os.fstat(file.fileno()).st_mode
            content = file.read(4096).strip()
    except OSError as error:
        raise CarmeError(
            "There is no token: set CARME_TOKEN or write one from the portal into %s (%s)" % (path, error)) from error
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise CarmeError("Others can read %s: chmod 600 it" % path)
    return content
