"""The job agent's main loop: who it is, what it runs, when it ends."""

import os
import sys
import time

import journal
from activity import Activity
from answer import read_end, read_idle_end, read_now
from countdown import Countdown, PortalClock
from door import Door
from facts import Facts
from farewell import Farewell
from gpus import Gpus, allocated_gpus
from image import Image, Node
from joblog import JobLog
from leftovers import Leftovers
from meter import allotted, find_meter
from needs import Needs
from reports import Reporter
from results import Results
from samples import Sampler
from service import RunningService
from ssh import NAME as SSHD, Ssh
from staging import Staging
from storage import Site
from task import RunningTask
from variables import expand, job_variables
from wishes import Wishes

import limits
import processes

BUSY_LOOK = 0.1
IDLE_LOOK = 1.0
SWITCH_INTERVAL = 0.0005


def find_place(assignment, folders, site, variables):
    """Where services run; a node without any needs nothing prepared."""
    if assignment.image is None or not (assignment.services or assignment.task or assignment.ssh):
        return Node(variables)
    return Image(assignment.image, folders, site, bool(allocated_gpus()), variables)


def is_first_node():
    return os.environ.get("SLURM_NODEID", "0") == "0"


class Agent:
    """Runs the job's services on this node, as the portal says, until there is a reason to end."""

    def __init__(self, portal, folder, disk, identity, stop):
        self._portal = portal
        self._folder = folder
        self._disk = disk
        self._identity = identity
        self._stop = stop
        self._answer = {}
        self._services = []
        self._needs = []
        self._task = None
        self._ssh = None
        self._gpus = Gpus(allocated_gpus())
        self._place = None
        self._log = None
        self._reporter = None
        self._farewell = None
        self._staging = None
        self._results = None
        self._facts = Facts(folder.path, allotted())
        self._clock = PortalClock()

    def run(self, assignment):
        """The exit code for the job."""
        # The door's thread has work at any moment; it is not to wait long while another one counts processes.
        sys.setswitchinterval(SWITCH_INTERVAL)
        try:
            self._serve(assignment)
            return 1 if self._task and self._task.state() == "failed" else 0
        finally:
            self._end()

    def _serve(self, assignment):
        user_home = os.environ.get("HOME", "/")
        site = Site(assignment.folders, user_home)
        # For all that copies or runs for the user; logs stay in his own.
        home = os.environ["HOME"] = site.home
        has_programs = assignment.services or assignment.ssh
        variables = job_variables(self._folder, self._disk, user_home, assignment.address, site) if has_programs else {}
        folders = [folder for folder in (self._folder, self._disk) if folder]
        self._place = place = find_place(assignment, folders, site, variables)
        self._services = [
            RunningService(service, self._folder, home, place, journal.ServiceLog(user_home, self._identity[1], service.name))
            for service in assignment.services]
        if assignment.task is not None:
            self._task = RunningTask(assignment.task, self._folder, place)
        if assignment.ssh:
            self._ssh = self._make_ssh(assignment, user_home, home)
        if assignment.data.items:
            self._staging = Staging(assignment.data, self._folder, self._disk, self._count_nodes() if is_first_node() else 1)
        if assignment.data.results and self._disk:
            self._results = Results(assignment.data, self._folder, self._disk)
        if assignment.services:
            # Before anything runs that may wish.
            Wishes(self._portal.another(), assignment.token, self._folder).start()
        # What everybody waits for comes before what it does not need.
        self._look_after_services()
        door = self._open_door(assignment)
        reporter = self._start_reporting(assignment, user_home, self._news(door))
        countdown = Countdown(self._folder.path)
        followers = [countdown]
        if assignment.services and self._task is None:
            self._farewell = Farewell(home, self._folder, place)
            followers.append(self._farewell)
        if self._results:
            followers.append(self._results)
        self._follow_end(followers, assignment.ends_at)
        if self._task:
            self._task.start()
        if self._staging:
            self._staging.start()
        while not self._stop.is_wanted:
            self._look_after_task()
            self._look_after_staging()
            self._look_after_services()
            news = self._news(door)
            reporter.publish(news)
            self._facts.tell([dict(said, title=service.title) for said, service in zip(news["services"], self._services)])
            if self._is_complete() and reporter.told == news:
                break
            self._follow_end(followers, read_end(self._answer))
            countdown.set_idle_end(self._clock.here(read_idle_end(self._answer)), time.time())
            self._stop.wait(IDLE_LOOK if self._are_settled() else self._busy_pause())

    def _make_ssh(self, assignment, user_home, home):
        """A job's nodes write their logs into the same home."""
        log = journal.ServiceLog(user_home, self._identity[1], "%s-%s" % (SSHD, os.environ.get("SLURM_NODEID", "0")))
        return Ssh(assignment, self._folder, home, self._place, log, self._count_nodes())

    def _count_nodes(self):
        return len(expand(os.environ.get("SLURM_JOB_NODELIST", self._identity[2])))

    def _follow_end(self, followers, ends_at):
        now = time.time()
        for follower in followers:
            follower.set_end(self._clock.here(ends_at), now)
            follower.look(now)

    def _start_reporting(self, assignment, home, news):
        """The job's log is written on its first node."""
        activity = Activity(self._services, time.monotonic(), lambda: not self._has_data())
        sampler = Sampler(find_meter(), self._gpus, allotted(), [activity.look, self._facts.look])
        sampler.start()
        parts = [sampler] + [self._ssh] * bool(self._ssh)
        # What a task waits for may well be the network.
        if self._task is None or self._task.kind == "sandbox":
            parts.append(activity)
        parts += [copier for copier in (self._staging, self._results) if copier]
        if is_first_node():
            Leftovers(home, assignment.home_days).start()
            self._log = JobLog(home, self._identity[1])
            parts.append(self._log)
        self._reporter = Reporter(self._portal, assignment, parts, self._hear)
        self._reporter.publish(news)
        self._reporter.start()
        return self._reporter

    def _open_door(self, assignment):
        """A node without services needs none."""
        if not self._services:
            return None
        door = Door(assignment, self._folder, self._targets, self._order)
        door.start()
        return door

    def _targets(self):
        return {service.name: service.target for service in self._services}

    def _order(self, verb, name):
        """In the door's thread: somebody opens or restarts a service; False when there is none of that name."""
        for service in self._services:
            if service.name == name:
                service.order(verb)
                self._stop.wake()
                return True
        return False

    def _look_after_task(self):
        if self._task:
            self._task.look()
            self._task.deliver(self._reporter)

    def _look_after_staging(self):
        if self._has_data():
            return
        if not self._staging.is_over():
            self._end_abandoned(self._staging)
            self._staging.look()
            if not self._staging.is_over():
                return
            self._reporter.hurry()
        self._staging.await_others()

    def _has_data(self):
        return self._staging is None or self._staging.is_everywhere()

    def _may_serve(self):
        """Services run in what the task has made, and find the job's data, which programs on other nodes find, too."""
        return self._has_data() and (self._task is None or self._task.state() == "done")

    def _is_complete(self):
        """A task that is done ends the job, when services have shown what they can; only a sandbox is for more."""
        if self._task is None or self._task.state() == "running":
            return False
        if self._task.state() == "failed":
            return True
        return self._task.kind != "sandbox" and all(service.is_tried() for service in self._services)

    def _look_after_services(self):
        if not self._may_serve():
            return
        if self._ssh:
            self._end_abandoned(self._ssh)
            self._ssh.look()
        for service in self._services:
            self._end_abandoned(service)
            service.obey()
            if self._may_start(service):
                service.look(time.monotonic())
        self._judge_needs()

    def _end_abandoned(self, kept):
        """What it has left behind, when its keeper was killed."""
        if kept.was_abandoned():
            keepers = [other.keeper() for other in self._services + self._needs + [self._ssh] * bool(self._ssh)]
            others = [follower.process() for follower in (self._gpus, self._farewell, self._results) if follower]
            processes.end_adopted([process for process in keepers + others if process])

    def _may_start(self, service):
        """What it comes after is started with it, and ready first."""
        before = [other for other in self._services if other.name in service.after()]
        if service.is_wanted():
            for other in before:
                other.want()
                if other.state in ("failed", "absent") and other.is_tried():
                    service.lack(other.name)
        return service.keeper() or all(other.state == "ready" for other in before)

    def _judge_needs(self):
        """Of the services that start when they are opened; looked at where they would run, and once."""
        on_demand = [service for service in self._services if not service.is_judged()]
        if on_demand and not self._needs:
            self._needs.append(Needs(on_demand, self._folder, self._place))
        for needs in self._needs:
            needs.look()
            if needs.is_known():
                for service in on_demand:
                    service.judge(needs.missing(service.name), needs.trouble)

    def _are_settled(self):
        if self._ssh and not self._ssh.is_settled():
            return False
        return not self._may_serve() or all(service.state != "starting" for service in self._services)

    def _busy_pause(self):
        now = time.monotonic()
        return min([BUSY_LOOK] + [service.pause(now) for service in self._services if service.keeper()])

    def _news(self, door):
        news = {"services": [
            {"name": service.name, "state": self._state(service), "detail": service.detail} for service in self._services]}
        if self._task:
            news["task"] = self._task.news()
        ssh = self._ssh and self._ssh.news()
        if ssh:
            news["ssh"] = ssh
        return dict(news, port=door.port) if door else news

    def _state(self, service):
        """A build is judged by its services: of one that is started again nothing can be said yet."""
        is_build = self._task is not None and self._task.kind == "build"
        return "starting" if is_build and not service.is_tried() else service.state

    def _hear(self, answer):
        """The portal's word, in the reporter's thread."""
        if answer is None or answer.get("stop") is True:
            journal.say("the portal ends this job")
            self._stop.want()
        self._answer = answer or {}
        self._clock.learn(read_now(self._answer), time.time())
        if self._ssh:
            self._ssh.hear(self._answer)
        if self._staging:
            self._staging.hear(self._answer)
        if self._task:
            self._stop.wake()
        if self._log:
            self._log.is_watched = self._answer.get("logWanted") is True

    def _end(self):
        if self._farewell:
            self._farewell.stop()
        if self._results:
            self._results.stop()
        if self._reporter:
            if self._log:
                self._log.hurry()
            self._reporter.finish()
        # The keepers are asked; they know what to do with the services.
        processes.end_children(limits.SERVICES, processes.children)
        if self._reporter:
            self._reporter.join(limits.LAST_REPORT)
        self._folder.remove()
        if self._disk:
            self._disk.remove()
        journal.say("ended")
