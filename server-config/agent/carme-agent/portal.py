"""Speaks the agent protocol with the portal, whose certificate authority is pinned."""

import http.client
import json
import ssl
from urllib.parse import urlsplit

VERSION = 1
TIMEOUT = 8.0
LARGEST_ANSWER = 8 << 20
FINAL = {400, 403, 426}
UNFIT = {400, 404, 405, 413, 415, 422}


class Refused(Exception):
    """The portal does not want this agent."""


class Unavailable(Exception):
    """The portal is away or did not make sense; later it may."""


class Unfit(Exception):
    """The portal will not do this, and says why."""


class JobOver(Exception):
    """For the portal the job has ended."""


class Portal:
    """One kept-alive connection to the portal; to be used by one thread at a time."""

    def __init__(self, url, authority):
        parts = urlsplit(url)
        if parts.scheme != "https" or not parts.hostname:
            raise ValueError("CARME_AGENT_URL is not an https address: %s" % url)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(cadata=authority)
        self._origin = (url, authority)
        self._path = parts.path.rstrip("/")
        self._connection = http.client.HTTPSConnection(
            parts.hostname, parts.port or 443, timeout=TIMEOUT, context=context)

    def another(self):
        """The same for another thread."""
        return Portal(*self._origin)

    def bootstrap(self, secret, job, node):
        """Trades the secret for what the job works with, a JSON object."""
        status, answer = self._post(
            "bootstrap", {"secret": secret, "slurmJobId": job, "node": node, "images": True, "tasks": True, "hiddenHomes": True})
        if status in FINAL:
            raise Refused("%s (%s)" % (answer.get("code", "no reason given"), status))
        return self._good(status, answer)

    def report(self, token, report):
        status, answer = self._post("reports", report, authorization(token))
        if status == 401:
            raise JobOver()
        return self._good(status, answer)

    def wish(self, token, wish):
        """What the portal has done for the job, or says of it; Unfit with its reason."""
        status, answer = self._post("wishes", wish, authorization(token))
        if status == 401:
            raise JobOver()
        if status == 404:
            raise Unfit("The portal does not know this yet.")
        if status in UNFIT or status in (409, 429):
            raise Unfit(answer.get("detail") or answer.get("code", "no reason given"))
        return self._good(status, answer)

    def put_contents(self, token, document):
        """Gives it the compressed document of what is inside an image; why it does not want that, else empty."""
        status, answer = self._call(
            "PUT", "contents", document, dict(authorization(token), **{"Content-Encoding": "gzip"}))
        if status == 401:
            raise JobOver()
        if status in UNFIT:
            return "%s (%d)" % (answer.get("detail") or answer.get("code", "no reason given"), status)
        if status not in (200, 204):
            raise Unavailable("the portal answered %d" % status)
        return ""

    def _good(self, status, answer):
        if status != 200:
            raise Unavailable("the portal answered %d" % status)
        return answer

    def _post(self, call, body, headers=()):
        return self._call("POST", call, json.dumps(dict(body, protocol=VERSION)).encode(), headers)

    def _call(self, method, call, content, headers):
        try:
            self._connection.request(
                method, "%s/api/v1/agent/%s" % (self._path, call), content,
                dict(headers, **{"Content-Type": "application/json"}))
            response = self._connection.getresponse()
            return response.status, _read(response)
        # A wrong certificate is a ValueError up to Python 3.6.
        except (OSError, ValueError, http.client.HTTPException) as error:
            self._connection.close()
            raise Unavailable("%s: %s" % (type(error).__name__, error))


def authorization(token):
    return {"Authorization": "Bearer " + token}


def _read(response):
    """The answer's JSON object; an empty one where an error came without."""
    content = response.read(LARGEST_ANSWER + 1)
    if len(content) > LARGEST_ANSWER:
        raise http.client.HTTPException("the answer is too long")
    try:
        answer = json.loads(content.decode())
    except ValueError:
        answer = None
    if isinstance(answer, dict):
        return answer
    if response.status == 200:
        raise http.client.HTTPException("the answer is not a JSON object")
    return {}
