"""The client against a portal that says what the test wants, over real HTTP."""

import http.server
import json
import os
import tempfile
import threading
import unittest
from datetime import datetime, timedelta, timezone
from unittest import mock

import carme

END = "2026-11-27T12:00:00.123456789Z"


def job(**known):
    return dict({"id": 7, "name": "first", "state": "queued", "image": "debian"}, **known)


def service(**known):
    return dict({"name": "jupyter", "title": "Jupyter", "url": "https://portal/e/jupyter", "ready": True}, **known)


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length).decode()) if length else None
        self.server.asked.append((self.command, self.path, body, dict(self.headers)))
        status, content, headers = self.server.answers.pop(0)
        raw = content if isinstance(content, bytes) else json.dumps(content).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Transfer-Encoding" in headers:
            self.close_connection = True
        else:
            self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self.wfile.write(raw)

    do_GET = do_POST = do_DELETE = answer

    def log_message(self, *_):
        """Tests are quiet."""


class PortalTest(unittest.TestCase):
    def setUp(self):
        self.server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        self.server.asked, self.server.answers = [], []
        thread = threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        self.addCleanup(self.server.server_close)
        self.addCleanup(thread.join)
        self.addCleanup(self.server.shutdown)
        self.url = "http://127.0.0.1:%d" % self.server.server_port
        self.portal = carme.connect(self.url, "secret-token", timeout=5)

    def will_answer(self, content, status=200, **headers):
        self.server.answers.append((status, content, headers))

    def asked(self):
        return [(method, path) for method, path, _, _ in self.server.asked]

    def test_sends_the_token(self):
        self.will_answer({"user": "alice"})
        self.assertEqual(self.portal.me()["user"], "alice")
        self.assertEqual(self.server.asked[0][3]["Authorization"], "Bearer secret-token")

    def test_sends_the_token_in_clear_text_to_no_proxy(self):
        with mock.patch.dict(os.environ, {"http_proxy": "http://127.0.0.1:1", "no_proxy": ""}):
            portal = carme.connect(self.url, "secret-token", timeout=5)
        self.will_answer({"user": "alice"})
        self.assertEqual(portal.me()["user"], "alice")

    def test_follows_no_redirect_with_the_token(self):
        self.will_answer({}, 302, Location=self.url + "/elsewhere")
        with self.assertRaises(carme.Unavailable):
            self.portal.me()
        self.assertEqual(len(self.server.asked), 1)

    def test_starts_what_was_wished_once(self):
        self.will_answer(job(state="submitting"), 201)
        started = self.portal.start("gpu", "debian", accelerators=2, accelerator_type="a100", minutes=30, key="k1")
        method, path, body, headers = self.server.asked[0]
        self.assertEqual((method, path, headers["Idempotency-Key"]), ("POST", "/api/v1/jobs", "k1"))
        self.assertEqual(body, {
            "template": "gpu", "image": "debian", "acceleratorsPerNode": 2, "nodes": 1, "acceleratorType": "a100",
            "timeLimitMinutes": 30})
        self.assertEqual((started.id, started.state), (7, "submitting"))

    def test_asks_again_with_the_same_key_for_an_answer_that_is_lost(self):
        self.will_answer(b"{\"id\": 7, ", 200, **{"Transfer-Encoding": "chunked"})
        self.will_answer({"code": "unavailable"}, 503)
        self.will_answer(job(), 201)
        with mock.patch("carme.connection._FIRST_PAUSE", 0.01):
            self.assertEqual(self.portal.start("gpu", "debian").id, 7)
        keys = {headers["Idempotency-Key"] for _, _, _, headers in self.server.asked}
        self.assertEqual((len(self.server.asked), len(keys)), (3, 1))

    def test_gives_the_key_to_whoever_wants_to_go_on(self):
        self.will_answer({"code": "unavailable", "detail": "Away."}, 503)
        with mock.patch("carme.connection._PATIENCE", 0), self.assertRaises(carme.Unavailable) as failure:
            self.portal.start("gpu", "debian")
        self.assertEqual(failure.exception.key, self.server.asked[0][3]["Idempotency-Key"])
        self.assertIn(failure.exception.key, str(failure.exception))

    def test_does_not_wait_for_what_a_minute_does_not_change(self):
        self.will_answer({"code": "maintenance", "detail": "Closed until Monday."}, 503)
        with self.assertRaises(carme.Unavailable) as failure:
            self.portal.start("gpu", "debian")
        self.assertEqual((str(failure.exception), failure.exception.key), ("Closed until Monday.", None))
        self.will_answer({}, 302, Location=self.url + "/elsewhere")
        with self.assertRaises(carme.Unavailable):
            self.portal.start("gpu", "debian")
        self.assertEqual(len(self.server.asked), 2)

    def test_takes_the_first_offer_for_what_is_left_out(self):
        self.will_answer({"templates": [
            {"name": "cpu", "images": [{"name": "debian"}]}, {"name": "gpu", "images": [{"name": "torch"}], "project": "pinns"},
            {"name": "gpu", "images": [{"name": "other"}], "project": "vision"}]})
        self.will_answer(job(), 201)
        self.portal.start(template="gpu")
        self.assertEqual(self.server.asked[1][2]["image"], "torch")
        self.assertEqual(self.server.asked[1][2]["project"], "pinns")

    def test_says_when_nothing_can_be_started(self):
        self.will_answer({"templates": []})
        with self.assertRaises(carme.Refused) as refusal:
            self.portal.start()
        self.assertEqual(refusal.exception.code, "nothing-to-start")

    def test_tells_why_it_was_refused(self):
        self.will_answer({
            "code": "quota-exceeded", "detail": "Only 2 GPUs are left.",
            "errors": [{"field": "acceleratorsPerNode", "detail": "at most 2"}]}, 422)
        with self.assertRaises(carme.Refused) as refusal:
            self.portal.start("gpu", "debian", accelerators=3)
        self.assertEqual(refusal.exception.code, "quota-exceeded")
        self.assertEqual(refusal.exception.fields, {"acceleratorsPerNode": "at most 2"})
        self.assertIn("Only 2 GPUs are left.", str(refusal.exception))

    def test_tells_a_portal_that_is_away_from_one_that_refuses(self):
        self.will_answer({"code": "scheduler-unavailable", "detail": "Slurm is away."}, 503)
        self.will_answer(b"<html>proxy error</html>", 502)
        self.will_answer({"code": "unexpected", "detail": "A defect."}, 500)
        self.will_answer(b"<html>not the portal</html>", 200)
        self.will_answer(b"5\r\n{\"a\":", 200, **{"Transfer-Encoding": "chunked"})
        for _ in range(5):
            with self.assertRaises(carme.Unavailable):
                self.portal.me()
        self.server.shutdown()
        self.server.server_close()
        with self.assertRaises(carme.Unavailable):
            self.portal.me()

    def test_reads_the_history_part_by_part(self):
        self.will_answer({"jobs": [job(id=9), job(id=8)], "next": "8 /"})
        self.will_answer({"jobs": [job(id=7)]})
        self.assertEqual([one.id for one in self.portal.ended_jobs()], [9, 8, 7])
        self.assertEqual(self.server.asked[1][1], "/api/v1/jobs?state=ended&cursor=8+%2F")

    def test_waits_until_a_service_is_ready(self):
        self.will_answer(job())
        found = self.portal.job(7)
        self.will_answer(job(state="running"))
        self.will_answer(job(state="running", entryPoints=[service(ready=False)]))
        self.will_answer(job(state="running", entryPoints=[
            service(), service(name="ide", ready=False, failure="no"), service(name="desktop", ready=False, startsWhenOpened=True)]))
        with mock.patch("carme.job._EVERY", 0.01):
            found.wait_until_ready(timeout=5)
        self.assertEqual([one.name for one in found.entry_points if one.ready], ["jupyter"])

    def test_does_not_wait_for_services_that_have_all_failed(self):
        self.will_answer(job())
        found = self.portal.job(7)
        failed = [service(ready=False, failure="ended with exit code 127"), service(name="ide", ready=False, failure="")]
        self.will_answer(job(state="running", entryPoints=failed))
        self.will_answer(job(state="running", entryPoints=[service(ready=False)]))
        for _ in range(2):
            self.will_answer(job(state="running", entryPoints=failed))
        with mock.patch("carme.job._EVERY", 0.03), mock.patch("carme.job._HOPE", 0.01), self.assertRaises(
                carme.CarmeError) as failure:
            found.wait_until_ready(timeout=5)
        self.assertIn("jupyter: ended with exit code 127\n  ide: no reason given", str(failure.exception))
        self.assertEqual(self.server.answers, [], "one that is started again is waited for")

    def test_does_not_wait_for_services_that_the_image_does_not_offer(self):
        self.will_answer(job())
        found = self.portal.job(7)
        self.will_answer(job(state="starting"))
        self.will_answer(job(state="running", entryPoints=[]))
        with mock.patch("carme.job._EVERY", 0.01), mock.patch("carme.job._HOPE", 0), self.assertRaisesRegex(
                carme.CarmeError, "no service that could be opened"):
            found.wait_until_ready(timeout=5)

    def test_does_not_wait_for_a_job_that_has_ended(self):
        self.will_answer(job())
        found = self.portal.job(7)
        self.will_answer(job(state="ended", outcome="failed", reason="NodeFail"))
        with self.assertRaises(carme.JobEnded) as ended:
            found.wait_until_ready()
        self.assertIs(ended.exception.job, found)
        self.will_answer(job(state="ended", outcome="cancelled"))
        with self.assertRaises(carme.JobEnded):
            found.wait_until_running()
        self.will_answer(job(state="ended", outcome="completed", startedAt=END))
        self.assertIs(found.wait_until_running(), found)
        self.assertIn("NodeFail", str(ended.exception))

    def test_waits_no_longer_than_asked(self):
        self.will_answer(job())
        found = self.portal.job(7)
        self.will_answer(job())
        with self.assertRaises(carme.TimedOut):
            found.wait_until_running(timeout=0)

    def test_goes_on_waiting_while_the_portal_is_restarted(self):
        self.will_answer(job())
        found = self.portal.job(7)
        self.will_answer({"code": "unavailable"}, 503)
        self.will_answer(job(state="running"))
        with mock.patch("carme.job._EVERY", 0.01):
            self.assertEqual(found.wait_until_running(timeout=5).state, "running")

    def test_stops_the_job_at_the_end_of_the_block(self):
        self.will_answer(job(), 201)
        self.will_answer(b"", 202)
        with self.assertRaises(ZeroDivisionError):
            with self.portal.start("gpu", "debian"):
                raise ZeroDivisionError
        self.assertEqual(self.asked()[-1], ("DELETE", "/api/v1/jobs/7"))

    def test_stops_the_job_once_the_portal_is_back(self):
        self.will_answer(job(), 201)
        self.will_answer({"code": "unavailable"}, 503)
        self.will_answer(b"", 202)
        with mock.patch("carme.connection._FIRST_PAUSE", 0.01), self.portal.start("gpu", "debian"):
            pass
        self.assertEqual(self.asked()[1:], 2 * [("DELETE", "/api/v1/jobs/7")])

    def test_says_which_job_could_not_be_stopped(self):
        self.will_answer(job(), 201)
        self.will_answer({"code": "unavailable"}, 503)
        warned = self.assertWarnsRegex(UserWarning, "Job 7 could not be stopped")
        with mock.patch("carme.connection._PATIENCE", 0), warned, self.assertRaises(ZeroDivisionError):
            with self.portal.start("gpu", "debian"):
                raise ZeroDivisionError
        self.will_answer(job(), 201)
        self.will_answer({"code": "unavailable"}, 503)
        with mock.patch("carme.connection._PATIENCE", 0), self.assertRaises(carme.Unavailable):
            with self.portal.start("gpu", "debian"):
                pass

    def test_reads_times(self):
        self.will_answer(job(state="running", endsAt=END))
        found = self.portal.job(7)
        self.assertEqual(found.ends_at, datetime(2026, 11, 27, 12, 0, 0, 123456, timezone.utc))
        past = datetime.now(timezone.utc) - timedelta(hours=1)
        self.will_answer(job(state="running", endsAt=past.strftime("%Y-%m-%dT%H:%M:%SZ")))
        self.assertEqual(found.refresh().time_left, timedelta(0))

    def test_shows_nothing_of_others_as_markup(self):
        self.will_answer(job(name="<script>", state="running", entryPoints=[service(
            title="<b>", url="javascript:alert(1)"), service(url="https://portal/?'onx='")]))
        shown = self.portal.job(7)._repr_html_()
        for wrong in ("<script>", "<b>", "javascript:", "'onx='"):
            self.assertNotIn(wrong, shown)

    def test_refuses_names_that_lead_elsewhere(self):
        self.will_answer(job())
        found = self.portal.job(7)
        for wrong in ("", "../..", "a/b", "a?b"):
            with self.assertRaises(ValueError):
                found.link(wrong)


class ConnectTest(unittest.TestCase):
    def test_shows_the_token_to_nobody_on_the_way(self):
        for wrong in ("http://portal.example.org", "ftp://127.0.0.1", "portal"):
            with self.assertRaises(ValueError):
                carme.connect(wrong, "t")

    def test_refuses_what_is_no_token(self):
        for wrong in ("a b", "a\nb: c", "\t"):
            with self.assertRaises(ValueError):
                carme.connect("https://portal", wrong)

    def test_has_the_token_from_a_private_file_alone(self):
        with tempfile.TemporaryDirectory() as home:
            path = os.path.join(home, ".config", "carme", "token")
            os.makedirs(os.path.dirname(path))
            with mock.patch.dict(os.environ, {"HOME": home, "CARME_URL": "https://portal"}):
                os.environ.pop("CARME_TOKEN", None)
                with self.assertRaisesRegex(carme.CarmeError, "There is no token"):
                    carme.connect()
                with open(path, "w") as file:
                    file.write("kept\n")
                os.chmod(path, 0o644)
                with self.assertRaisesRegex(carme.CarmeError, "chmod 600"):
                    carme.connect()
                os.chmod(path, 0o600)
                self.assertIn("https://portal", repr(carme.connect()))

    def test_asks_where_the_portal_is(self):
        with mock.patch.dict(os.environ):
            os.environ.pop("CARME_URL", None)
            with self.assertRaisesRegex(carme.CarmeError, "CARME_URL"):
                carme.connect(token="t")


if __name__ == "__main__":
    unittest.main()
