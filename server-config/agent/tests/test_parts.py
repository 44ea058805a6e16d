"""The agent's parts by themselves, on a clock of the test's own."""

import base64
import contextlib
import io
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import uuid
from pathlib import Path
from unittest import mock

from support import AGENT, called, tool, until

sys.path.insert(0, str(AGENT))

import activity
import answer
import countdown
import farewell
import gpus
import image
import joblog
import journal
import meter
import probe
import processes
import reports
import runtime
import samples
import service


class PartCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="ct-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.said = io.StringIO()
        silence = contextlib.redirect_stdout(self.said)
        silence.__enter__()
        self.addCleanup(silence.__exit__, None, None, None)


class RestartsTest(PartCase):
    def test_a_service_that_always_ends_is_started_four_times_with_growing_pauses(self):
        with mock.patch.dict(os.environ, TMPDIR=str(self.folder)):
            private = runtime.RuntimeFolder.create()
        log = journal.ServiceLog(str(self.folder), "1", "crash")
        running = service.RunningService(answer.read_service(tool("crash")), private, str(self.folder), image.Node(), log)
        starts = []
        now = 100.0
        while "not started again" not in running.detail and now < 120:
            before = running.keeper()
            self.assertFalse(running.is_tried())
            running.look(now)
            if running.keeper() and running.keeper() != before:
                starts.append(now)
            while running.keeper():
                time.sleep(0.01)
            now += 0.5
        self.assertEqual([later - earlier for earlier, later in zip(starts, starts[1:])], [1.5, 2.5, 4.5])
        self.assertEqual(running.detail, "ended with exit code 3, not started again")
        self.assertTrue(running.is_tried())

    def test_nobody_waits_for_a_service_that_lacks_another(self):
        running = service.RunningService(
            answer.read_service(tool("echo")), mock.Mock(), str(self.folder), image.Node(), mock.Mock())
        self.assertFalse(running.is_tried())
        running.lack("other")
        self.assertTrue(running.is_tried())


class OrphansTest(PartCase):
    def test_what_is_another_users_by_now_keeps_nobody_from_ending_the_rest(self):
        with mock.patch("os.kill", side_effect=PermissionError):
            processes.send(1, signal.SIGTERM)

    def test_one_look_tells_whose_a_process_is(self):
        mine = os.getpid()
        parents = {11: mine, 12: 11, 21: mine, 22: 21}
        looks = [{pid: processes.Process(parent, 0, 0) for pid, parent in parents.items()}, {}]
        with mock.patch("processes.everything", side_effect=looks), mock.patch("processes.send") as send:
            processes.end_adopted([11])
        self.assertEqual({call.args[0] for call in send.call_args_list}, {21, 22})


class ListenersTest(unittest.TestCase):
    def test_a_stranger_with_the_same_port_on_another_address_is_no_matter(self):
        uid = os.getuid()
        rows = {"tcp": [("0100007F", uid), ("0500000A", uid + 1)], "tcp6": [("0" * 24 + "01000000", uid)]}
        with mock.patch("probe._listeners", side_effect=lambda table, _: rows[table]):
            self.assertTrue(probe.is_own("127.0.0.1", 1))
            self.assertTrue(probe.is_own("::1", 1))
            self.assertFalse(probe.is_own("10.0.0.5", 1))
            self.assertFalse(probe.is_own("10.0.0.6", 1))

    def test_a_real_one_is_found(self):
        for family, address in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
            with socket.socket(family) as listener:
                listener.bind((address, 0))
                port = listener.getsockname()[1]
                self.assertFalse(probe.is_own(address, port))
                listener.listen()
                self.assertTrue(probe.is_own(address, port))


class CountdownTest(PartCase):
    def warnings(self, ends_at, times):
        clock = countdown.Countdown(str(self.folder))
        clock.set_end(ends_at, times[0])
        for now in times:
            clock.look(now)
        return self.said.getvalue().count("This job ends in")

    def test_a_long_job_is_warned_three_times(self):
        self.assertEqual(self.warnings(7200.0, range(0, 7200, 5)), 3)

    def test_a_short_job_is_warned_of_what_lies_ahead(self):
        self.assertEqual(self.warnings(500.0, range(0, 500, 5)), 1)

    def test_a_job_without_end_is_not_warned(self):
        self.assertEqual(self.warnings(None, range(0, 7200, 5)), 0)

    def test_a_prolonged_job_is_warned_again(self):
        clock = countdown.Countdown(str(self.folder))
        clock.set_end(3600.0, 0)
        clock.look(3590.0)
        clock.set_end(7200.0, 3595.0)
        clock.look(3595.0)
        self.assertEqual(self.said.getvalue().count("This job ends in"), 1)
        self.assertFalse((self.folder / "notice").exists())
        clock.look(7100.0)
        self.assertEqual(self.said.getvalue().count("This job ends in"), 2)
        self.assertIn("This job ends in 2 minutes", (self.folder / "notice").read_text())

    def test_a_shortened_job_is_warned_at_once(self):
        clock = countdown.Countdown(str(self.folder))
        clock.set_end(7200.0, 0)
        clock.set_end(300.0, 10.0)
        clock.look(10.0)
        self.assertIn("This job ends in 5 minutes", self.said.getvalue())


class ActivityTest(PartCase):
    NOW = 1000000.0

    def idle_after(self, sample, kernels=(), typed=0.0):
        """Begun at 100 by the steady clock, looked at and reported at 700."""
        service = mock.Mock(kernels=lambda: list(kernels))
        known = activity.Activity([service], 100.0)
        with mock.patch.object(activity, "typed_at", lambda: typed):
            known.look(sample, self.NOW, 700.0)
        report = {}
        known.add_to(report, 700.0)
        return report["idleSeconds"]

    def sample(self, cores=0.01, *percents):
        return {"cpuCores": cores, "gpus": [{"utilizationPercent": percent} for percent in percents]}

    def test_a_job_that_does_nothing_is_idle_since_its_begin(self):
        self.assertEqual(self.idle_after(self.sample(0.01, 0, None)), 600)
        self.assertEqual(self.idle_after(self.sample(None)), 600)

    def test_computing_is_use(self):
        self.assertEqual(self.idle_after(self.sample(0.9)), 0)
        self.assertEqual(self.idle_after(self.sample(0.0, 0, 40)), 0)

    def test_a_busy_kernel_is_use_even_if_it_only_waits(self):
        busy = {"execution_state": "busy", "last_activity": "1970-01-12T00:00:00.000000Z"}
        self.assertEqual(self.idle_after(self.sample(), [busy]), 0)

    def test_a_kernel_that_waits_was_used_when_it_says(self):
        idle = {"execution_state": "idle", "connections": 1, "last_activity": "1970-01-12T13:45:00.123456Z"}
        self.assertEqual(self.idle_after(self.sample(), [idle, {"last_activity": None}]), 100)

    def test_typing_is_use(self):
        self.assertEqual(self.idle_after(self.sample(), typed=self.NOW - 30), 30)

    def test_a_clock_that_jumps_makes_no_use_in_the_future(self):
        self.assertEqual(self.idle_after(self.sample(), typed=self.NOW + 5000), 0)
        self.assertEqual(self.idle_after(self.sample(), typed=5.0), 600)

    def test_what_is_typed_counts_and_not_what_is_shown(self):
        pid, terminal = os.forkpty()
        if pid == 0:
            os.execvp("sh", ["sh", "-c", "stty -echo; echo ready; read a; read b"])
        self.addCleanup(lambda: (os.close(terminal), os.waitpid(pid, 0)))
        while b"ready" not in os.read(terminal, 100):
            pass
        path = "/proc/%d/fd/0" % pid
        os.utime(path, (1000.0, time.time()))
        self.assertEqual(activity.typed_at(), 1000.0)
        os.write(terminal, b"hello\n")
        until(lambda: activity.typed_at() > 1000.0, "what was typed")

    def test_only_jupyter_is_asked_for_kernels(self):
        self.assertEqual(activity.kernels(None, "/entry/x/jupyter/api", "secret"), [])
        self.assertEqual(activity.kernels("/nowhere", "/entry/x/jupyter/api", "secret"), [])


class IdleEndTest(PartCase):
    def test_it_is_said_once_and_again_after_use(self):
        clock = countdown.Countdown(str(self.folder))
        for end in (None, 1900.0, 1900.0, None, 1900.0):
            clock.set_idle_end(end, 1000.0)
            self.assertEqual((self.folder / "notice").exists(), end is not None)
        self.assertEqual(self.said.getvalue().count("Nobody uses this job. It ends in 15 minutes."), 2)

    def test_pages_can_read_when_it_is(self):
        clock = countdown.Countdown(str(self.folder))
        for end in (1900.0, 1960.0):
            clock.set_idle_end(end, 1000.0)
            self.assertEqual((self.folder / "idle-ends-at").read_text(), "%d\n" % end)
        clock.set_end(1050.0, 1000.0)
        clock.look(1000.0)
        clock.set_idle_end(None, 1000.0)
        self.assertFalse((self.folder / "idle-ends-at").exists())

    def test_use_does_not_take_back_that_the_job_ends(self):
        clock = countdown.Countdown(str(self.folder))
        clock.set_end(2000.0, 0)
        clock.set_idle_end(1900.0, 1000.0)
        clock.look(1900.0)
        clock.set_idle_end(None, 1900.0)
        self.assertIn("This job ends in 2 minutes", (self.folder / "notice").read_text())

    def test_a_later_end_does_not_take_back_that_nobody_uses_it(self):
        clock = countdown.Countdown(str(self.folder))
        clock.set_end(2000.0, 0)
        clock.set_idle_end(1900.0, 1000.0)
        clock.set_end(9000.0, 1000.0)
        self.assertIn("Nobody uses this job", (self.folder / "notice").read_text())


class PortalClockTest(unittest.TestCase):
    def test_an_end_is_told_in_the_nodes_time(self):
        clock = countdown.PortalClock()
        clock.learn(5000.0, 1400.0)
        self.assertEqual(clock.here(5060.0), 1460.0)
        clock.learn(5010.3, 1410.0)
        self.assertEqual(clock.here(5060.0), 1460.0)

    def test_a_portal_that_does_not_say_its_time_is_right(self):
        clock = countdown.PortalClock()
        clock.learn(None, 1400.0)
        self.assertEqual((clock.here(5060.0), clock.here(None)), (5060.0, None))


class FarewellTest(PartCase):
    def setUp(self):
        super().setUp()
        with mock.patch.dict(os.environ, TMPDIR=str(self.folder)):
            self.private = runtime.RuntimeFolder.create()
        self.scripts = self.folder / "Über uns" / farewell.FOLDER
        self.scripts.mkdir(parents=True)
        self.done = self.folder / "done"
        self.done.write_text("")

    def script(self, name, text, mode=0o700):
        path = self.scripts / name
        path.write_text("#!/bin/sh\n%s\n" % text)
        path.chmod(mode)

    def farewell(self):
        return farewell.Farewell(str(self.folder / "Über uns"), self.private, image.Node())

    def says(self, word):
        return "echo %s >>'%s'" % (word, self.done)

    def test_scripts_run_in_the_order_of_their_names_whatever_one_of_them_does(self):
        self.script("20 zweites", self.says("second"))
        self.script("10-first", self.says("first") + "; exit 3")
        self.script("30-not-executable", self.says("never"), 0o600)
        self.script("40-no-program", self.says("never"))
        (self.scripts / "40-no-program").write_text("#!/nowhere\n")
        self.script("50-last", self.says("last"))
        self.farewell().stop()
        self.assertEqual(self.done.read_text().split(), ["first", "second", "last"])
        self.assertIn("10-first ended with exit code 3", self.said.getvalue())

    def test_one_that_hangs_is_stopped_with_its_children(self):
        self.script("1", "sleep 311 & sleep 311")
        self.script("2", self.says("second"))
        with mock.patch.object(farewell, "EACH", 3):
            self.farewell().stop()
        self.assertIn("1 is stopped", self.said.getvalue())
        self.assertEqual(self.done.read_text().split(), ["second"])
        self.assertEqual(called("sleep 311"), [])

    def test_a_stop_does_not_wait_for_long(self):
        for name in "12":
            self.script(name, "sleep 60")
        begin = time.monotonic()
        with mock.patch.object(farewell, "AFTER_STOP", 0.3):
            self.farewell().stop()
        self.assertLess(time.monotonic() - begin, 2)
        until(lambda: "2 has to be left out" in self.said.getvalue(), "the second one's end")

    def test_they_run_a_minute_before_the_end_and_once(self):
        self.script("1", self.says("done"))
        last = self.farewell()
        last.set_end(10000.0, 9000.0)
        last.look(9939.0)
        self.assertEqual(self.done.read_text(), "")
        last.look(9940.0)
        last.look(9941.0)
        last.stop()
        self.assertEqual(self.done.read_text().split(), ["done"])

    def test_a_later_end_is_said_farewell_to_anew(self):
        self.script("1", self.says("done"))
        last = self.farewell()
        last.set_end(10000.0, 9000.0)
        last.look(9950.0)
        until(lambda: "is done" in self.said.getvalue(), "the first end")
        last.set_end(13600.0, 9960.0)
        last.look(9960.0)
        last.look(13560.0)
        last.stop()
        self.assertEqual(self.done.read_text().split(), ["done", "done"])

    def test_a_job_that_has_hardly_begun_has_nothing_to_save_before_its_stop(self):
        self.script("1", self.says("done"))
        last = self.farewell()
        last.set_end(1060.0, 1000.0)
        last.look(1030.0)
        self.assertEqual(self.done.read_text(), "")
        last.stop()
        self.assertEqual(self.done.read_text().split(), ["done"])


class GpusTest(PartCase):
    LINES = "0, 35, 1024, 81559, NVIDIA A100\n1, 0, 3, 81559, NVIDIA A100\n2, [N/A], 3, [N/A], NVIDIA A100\nNo devices\n"

    def told(self, lines, allocated, command="cat %s; exec sleep 60"):
        (self.folder / "lines").write_text(lines)
        reader = gpus.Gpus(allocated, ["sh", "-c", command % (self.folder / "lines")])
        self.addCleanup(lambda: reader.process() and reader.end())
        reader.read(100.0)
        return reader, until(lambda: reader.read(110.0), "the devices")

    def test_only_the_jobs_own_are_reported(self):
        reader, devices = self.told(self.LINES, {1, 2})
        self.assertEqual([device["index"] for device in devices], [1, 2])
        self.assertEqual(devices[0]["memoryTotalBytes"], 81559 << 20)
        self.assertIsNone(devices[1]["utilizationPercent"])
        self.assertEqual(reader.names()[0], {"index": 1, "name": "NVIDIA A100"})

    def test_on_further_nodes_a_step_has_its_own(self):
        said = {"SLURM_JOB_GPUS": "0,1", "SLURM_STEP_GPUS": "2,3"}
        with mock.patch.dict(os.environ, said):
            self.assertEqual(gpus.allocated_gpus(), {2, 3})

    def test_fenced_in_devices_have_numbers_of_their_own(self):
        _, devices = self.told("0, 35, 1024, 81559, NVIDIA A100\n", {3})
        self.assertEqual(devices[0]["utilizationPercent"], 35)

    def test_a_job_without_gpus_does_not_see_those_of_others(self):
        reader = gpus.Gpus(set(), ["false"])
        self.assertEqual((reader.read(1.0), reader.process()), ([], None))
        with mock.patch.dict(os.environ, {"CUDA_VISIBLE_DEVICES": "NoDevFiles"}):
            self.assertEqual(gpus.allocated_gpus(), set())

    def test_what_is_old_is_not_told(self):
        reader, _ = self.told(self.LINES, {0})
        self.assertEqual(reader.read(110.0 + gpus.FRESH + 1), [])

    def test_a_reader_that_ends_is_started_again(self):
        reader, _ = self.told(self.LINES, {0}, "cat %s; exec sleep 60")
        first = reader.process()
        os.kill(first, signal.SIGKILL)
        until(lambda: reader.read(115.0) is not None and reader.process() is None, "the end seen")
        reader.read(200.0)
        self.assertNotIn(reader.process(), (None, first))

    def test_a_program_that_is_missing_is_seldom_asked_for(self):
        reader = gpus.Gpus({0}, ["no-such-program"])
        with mock.patch.object(gpus.subprocess, "Popen", side_effect=FileNotFoundError) as started:
            for now in range(1000, 4600, 10):
                self.assertEqual(reader.read(float(now)), [])
        self.assertLess(started.call_count, 12)


class Meter:
    def __init__(self, *readings):
        self._readings = list(readings)

    def read(self):
        return self._readings.pop(0)


class SamplesTest(PartCase):
    def sampler(self, *readings, devices=0):
        reader = mock.Mock(**{
            "read.return_value": [{"index": index} for index in range(devices)], "names.return_value": []})
        return samples.Sampler(Meter(*readings), reader, {"cpus": 4, "memoryBytes": None})

    def report(self, sampler):
        report = {}
        sampler.add_to(report, 0.0)
        return report

    def test_cores_are_those_since_the_last_sample(self):
        sampler = self.sampler((5.0, 100), (20.0, 200), (19.0, 300))
        for now in (10, 20, 30):
            sampler.sample(now, now)
        self.assertEqual([sample["cpuCores"] for sample in self.report(sampler)["samples"]], [None, 1.5, 0.0])

    def test_samples_are_sent_until_they_have_arrived(self):
        sampler = self.sampler((0.0, 1), (0.0, 2), (0.0, 3))
        sampler.sample(10, 10)
        sampler.sample(20, 20)
        lost = self.report(sampler)
        sampler.sample(30, 30)
        again = self.report(sampler)
        self.assertEqual([sample["at"] for sample in again["samples"]], [10000, 20000, 30000])
        sampler.arrived(lost)
        self.assertEqual([sample["at"] for sample in self.report(sampler)["samples"]], [30000])

    def test_an_hour_is_kept_and_sent_in_small_parts(self):
        sampler = self.sampler(*[(0.0, 1)] * 1000, devices=8)
        for now in range(1000):
            sampler.sample(now * 10, now * 10)
        report = self.report(sampler)
        self.assertEqual(report["samples"][0]["at"], (1000 - samples.KEPT) * 10000)
        self.assertEqual(len(report["samples"]), 17)
        self.assertEqual(sampler.pause(), reports.AT_ONCE)

    def test_what_the_job_has_is_told_until_it_has_arrived(self):
        sampler = self.sampler((0.0, 1))
        sampler.sample(10, 10)
        first = self.report(sampler)
        self.assertEqual(first["resources"], {"cpus": 4, "memoryBytes": None, "gpus": []})
        self.assertIn("resources", self.report(sampler))
        sampler.arrived(first)
        self.assertNotIn("resources", self.report(sampler))


class MeterTest(PartCase):
    def group(self, own, **files):
        for name, text in files.items():
            path = self.folder / name.replace("__", "/").replace("_dot_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        (self.folder / "own").write_text(own)
        return meter.find_meter(str(self.folder), str(self.folder / "own"))

    def test_reads_the_jobs_control_group(self):
        found = self.group(
            "0::/system.slice/slurmstepd.scope/job_12/step_batch/user/task_0\n",
            system_dot_slice__slurmstepd_dot_scope__job_12__cpu_dot_stat="usage_usec 2500000\nuser_usec 1\n",
            system_dot_slice__slurmstepd_dot_scope__job_12__memory_dot_current="9000\n",
            system_dot_slice__slurmstepd_dot_scope__job_12__memory_dot_stat="anon 1\ninactive_file 2000\n")
        self.assertEqual(found.read(), (2.5, 7000))

    def test_reads_control_groups_of_the_first_version(self):
        found = self.group(
            "5:cpu,cpuacct:/slurm/uid_1/job_12/step_0\n4:memory:/slurm/uid_1/job_12/step_0\n0::/\n",
            **{"cpu,cpuacct__slurm__uid_1__job_12__cpuacct_dot_usage": "1500000000\n",
               "memory__slurm__uid_1__job_12__memory_dot_usage_in_bytes": "9000\n",
               "memory__slurm__uid_1__job_12__memory_dot_stat": "total_inactive_file 1000\n"})
        self.assertEqual(found.read(), (1.5, 8000))

    def test_adds_up_processes_where_there_is_no_group_of_the_job(self):
        for own in ("0::/user.slice/session-1.scope\n", "0::/slurm/job_12/step_0\n", ""):
            seconds, memory = self.group(own).read()
            self.assertGreater(seconds, 0)
            self.assertGreater(memory, 1 << 20)

    def test_sees_new_processes_of_the_job_at_once_and_looks_at_the_others_now_and_then(self):
        found = self.group("")
        looks = []
        look_at = processes.look_at
        with mock.patch.object(processes, "look_at", side_effect=lambda pid: looks.append(pid) or look_at(pid)):
            found.read()
            self.assertIn(1, looks)
            looks.clear()
            with subprocess.Popen(["sleep", "60"]) as child:
                found.read()
                child.kill()
            self.assertIn(child.pid, looks)
            self.assertNotIn(1, looks)
            for _ in range(meter.Processes.ALL):
                found.read()
            self.assertIn(1, looks)

    def test_tells_what_slurm_has_given(self):
        with mock.patch.dict(os.environ, {"SLURM_CPUS_ON_NODE": "4", "SLURM_MEM_PER_CPU": "500"}):
            self.assertEqual(meter.allotted(), {"cpus": 4, "memoryBytes": 2000 << 20})


class JobLogTest(PartCase):
    def setUp(self):
        super().setUp()
        self.path = self.folder / journal.FOLDER / "7.out"
        self.path.parent.mkdir(parents=True)
        self.log = joblog.JobLog(str(self.folder), "7")

    def piece(self, now, arrives=True):
        report = {}
        self.log.add_to(report, now)
        if arrives:
            self.log.arrived(report)
        piece = report.get("log")
        return piece and (piece["offset"], base64.b64decode(piece["data"]))

    def test_at_the_end_also_sends_what_came_while_a_backlog_was_sent(self):
        self.path.write_bytes(b"a" * (2 * joblog.PIECE))
        self.assertEqual((0, b"a" * joblog.PIECE), self.piece(0))
        with self.path.open("ab") as out:
            out.write(b"the reason")
        self.log.hurry()

        self.assertEqual((joblog.PIECE, b"a" * joblog.PIECE), self.piece(1))
        self.assertEqual((2 * joblog.PIECE, b"the reason"), self.piece(1))

    def test_sends_what_is_new_and_again_what_did_not_arrive(self):
        self.path.write_bytes(b"one\n")
        self.assertEqual(self.piece(1.0, arrives=False), (0, b"one\n"))
        self.assertEqual(self.piece(2.0), (0, b"one\n"))
        self.path.write_bytes(b"one\ntwo\n")
        self.assertIsNone(self.piece(3.0))
        self.assertEqual(self.piece(40.0), (4, b"two\n"))

    def test_whoever_reads_it_sees_it_grow(self):
        self.log.is_watched = True
        self.path.write_bytes(b"one\n")
        self.assertEqual(self.piece(1.0), (0, b"one\n"))
        self.path.write_bytes(b"one\ntwo\n")
        self.assertEqual(self.piece(2.0), (4, b"two\n"))
        self.assertEqual(self.log.pause(), joblog.SOON)

    def test_of_a_huge_log_the_end_is_read_a_piece_at_a_time(self):
        with open(self.path, "wb") as file:
            file.truncate(2 << 30)
        found = [self.piece(1.0) for _ in range(5)]
        self.assertEqual([found[0][0], len(found[0][1])], [(2 << 30) - joblog.TAIL, joblog.PIECE])
        self.assertEqual([piece and len(piece[1]) for piece in found], 4 * [joblog.PIECE] + [None])

    def test_a_log_that_grows_without_end_leaves_pauses(self):
        self.path.write_bytes(b"x" * 100000)
        for _ in range(4):
            self.piece(1.0)
            with open(self.path, "ab") as file:
                file.write(b"x" * 100000)
        self.assertGreater(self.log.pause(), reports.AT_ONCE)
        self.assertIsNone(self.piece(2.0))

    def test_a_log_that_was_emptied_begins_anew(self):
        self.path.write_bytes(b"a long line\n")
        self.piece(1.0)
        self.path.write_bytes(b"new\n")
        self.assertEqual(self.piece(40.0), (0, b"new\n"))

    def test_nothing_but_a_file_is_read(self):
        os.mkfifo(self.path)
        self.assertIsNone(self.piece(1.0))
        self.path.unlink()
        self.path.symlink_to("/etc/hostname")
        self.assertIsNone(self.piece(40.0))


class LogTest(PartCase):
    def test_a_long_log_is_moved_aside(self):
        log = journal.ServiceLog(str(self.folder), "1", "noisy")
        with log.open() as output:
            output.write(b"x" * (journal.LARGEST + 1))
            log.shorten()
            output.write(b"more")
        path = self.folder / journal.FOLDER / "1-noisy.log"
        self.assertEqual(path.read_bytes(), b"more")
        self.assertEqual(Path(str(path) + ".1").stat().st_size, journal.LARGEST + 1)

    def test_a_link_in_the_place_of_a_log_is_not_followed(self):
        (self.folder / journal.FOLDER).mkdir(parents=True)
        precious = self.folder / "precious"
        (self.folder / journal.FOLDER / "1-web.log").symlink_to(precious)
        with journal.ServiceLog(str(self.folder), "1", "web").open() as output:
            output.write(b"lost")
        self.assertFalse(precious.exists())


class RuntimeFolderTest(PartCase):
    def test_falls_back_where_the_temporary_folder_has_a_long_name(self):
        long = self.folder / ("x" * 80)
        long.mkdir()
        with mock.patch.dict(os.environ, TMPDIR=str(long)):
            private = runtime.RuntimeFolder.create()
        self.addCleanup(private.remove)
        self.assertEqual(os.path.dirname(private.path), "/tmp")

    def test_leaves_room_for_the_sockets_of_a_kernel(self):
        with tempfile.TemporaryDirectory(prefix="x" * (runtime.LONGEST_BASE - len("/tmp/") - 8), dir="/tmp") as base:
            with mock.patch.dict(os.environ, TMPDIR=base):
                private = runtime.RuntimeFolder.create()
            self.addCleanup(private.remove)
            self.assertEqual((len(base), os.path.dirname(private.path)), (runtime.LONGEST_BASE, base))
            self.assertLess(len("%s/jupyterlab/run/kernel-%s-ipc-1" % (private.path, uuid.uuid4())), 108)

    def make_abandoned(self):
        folder = self.folder / "carme-job-abandoned"
        (folder / "data").mkdir(parents=True)
        folder.chmod(0o700)
        for name in ("lock", "data/large"):
            (folder / name).write_text("")
        return folder

    def test_what_may_not_be_opened_up_keeps_nothing_else_from_being_removed(self):
        folder = self.make_abandoned()
        with mock.patch("os.chmod", side_effect=PermissionError):
            runtime.remove_tree(str(folder))
        self.assertFalse(folder.exists())

    def test_what_cannot_be_removed_stays_to_be_found_by_the_next_job(self):
        folder = self.make_abandoned()
        with mock.patch("shutil.rmtree"):
            runtime.remove_tree(str(folder))
        self.assertTrue((folder / "lock").exists())
        with mock.patch.dict(os.environ, TMPDIR=str(self.folder)):
            runtime.RuntimeFolder.create()
        self.assertFalse(folder.exists())

    def test_leaves_alone_what_is_not_plainly_abandoned(self):
        foreign = self.folder / "carme-job-open"
        foreign.mkdir(mode=0o755)
        (foreign / "lock").write_text("")
        unlocked = self.folder / "carme-job-unlocked"
        unlocked.mkdir(mode=0o700)
        link = self.folder / "carme-job-link"
        link.symlink_to(foreign)
        with mock.patch.dict(os.environ, TMPDIR=str(self.folder)):
            runtime.RuntimeFolder.create()
        self.assertTrue(foreign.exists() and unlocked.exists() and link.is_symlink())


if __name__ == "__main__":
    unittest.main()
