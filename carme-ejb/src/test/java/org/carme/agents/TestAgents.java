package org.carme.agents;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carme.agents.pki.CertificateAuthority;
import org.carme.agents.pki.GatewayTls;
import org.carme.agents.pki.TestAuthority;
import org.carme.builds.FakeTasks;
import org.carme.cluster.ClusterStatus;
import org.carme.cluster.ClusterUser;
import org.carme.cluster.FakeScheduler;
import org.carme.cluster.JobRequest;
import org.carme.cluster.Node;
import org.carme.common.SettableClock;
import org.carme.database.TestDatabase;
import org.carme.images.FakeLaunches;
import org.carme.images.ImageLaunch;
import org.carme.jobs.JobId;
import org.carme.jobs.JobState;
import org.carme.jobs.JobSummary;
import org.carme.keys.MasterSecret;
import org.carme.projects.Classification;
import org.carme.staging.TestStaging;
import org.carme.storage.TestStorage;

/** The portal's side of the agents on a real database and with a scheduler in memory; everything but a container. */
public final class TestAgents implements AutoCloseable {
    private static final MasterSecret SECRET = new MasterSecret(new byte[32]);

    final TestDatabase database = new TestDatabase();
    final SettableClock clock = SettableClock.atPresent();
    final FakeJobs jobs = new FakeJobs();
    final FakeScheduler scheduler = new FakeScheduler(clock);
    final FakeFacts facts = new FakeFacts();
    final FakeLaunches images = new FakeLaunches();
    final FakeTasks tasks = new FakeTasks();
    final FakeWishes wishes = new FakeWishes(jobs);
    final AgentSettings settings;

    private Classification classification = Classification.DEFAULT;

    private final EntryPointCatalogue catalogue = new EntryPointCatalogue();
    private final CertificateAuthority authority = TestAuthority.on(database, SECRET, clock);
    private final ClusterStatus cluster = new ClusterStatus();
    private final RouteService routes;

    /** @param configuration differences from the defaults */
    public TestAgents(Path declarations, Map<String, String> configuration) {
        settings = AgentSettings.of(key -> Optional.ofNullable(
                key.equals(AgentSettings.ENTRY_POINTS_KEY) ? declarations.toString() : configuration.get(key)));
        catalogue.settings = settings;
        catalogue.load();
        routes = newRoutes();
    }

    /** A job of alice's that the scheduler has accepted. */
    public JobSummary submitted(int nodes) {
        JobSummary job = jobs.add("alice", nodes);
        JobRequest.Resources resources = new JobRequest.Resources(nodes, Optional.of("a100"), 1, 1, 0);
        PreparedScript prepared = scripts().prepare(job);
        String id = scheduler.submit(
                new ClusterUser("alice", 7001),
                new JobRequest(
                        job.name(),
                        job.tag(),
                        "gpu",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        resources,
                        job.timeLimit(),
                        prepared.script(),
                        prepared.environment(),
                        "/",
                        "/dev/null"));
        jobs.registered(job.id(), id);
        return jobs.find(job.id()).orElseThrow();
    }

    /** A job of alice's that runs. */
    public JobSummary running(String... nodes) {
        JobSummary job = submitted(nodes.length);
        start(job, nodes);
        return job;
    }

    public void start(JobSummary job, String... nodes) {
        scheduler.start(schedulerId(job), nodes);
    }

    public static String schedulerId(JobSummary job) {
        return job.slurmJobId().orElseThrow();
    }

    /** The script that the scheduler keeps for the job. */
    public String script(JobSummary job) {
        return submission(job).script();
    }

    /** The environment that the scheduler keeps for the job. */
    public Map<String, String> environment(JobSummary job) {
        return submission(job).environment();
    }

    private JobRequest submission(JobSummary job) {
        return scheduler.submissions().stream()
                .filter(request -> request.tag().equals(job.tag()))
                .findFirst()
                .orElseThrow();
    }

    /** The secret of the node with that index. */
    public String secret(JobSummary job, int nodeIndex) {
        return List.of(environment(job).get("CARME_BOOTSTRAP").split(",", -1)).get(nodeIndex);
    }

    /** The job's node died, and it runs again on others. */
    public void requeued(JobSummary job, String... nodes) {
        scheduler.requeue(schedulerId(job));
        scheduler.start(schedulerId(job), nodes);
    }

    /** From now on node01 is to be found at that address. */
    public void nodeAt(String address) {
        Node node = scheduler.nodes().get(0);
        cluster.seen(
                List.of(new Node(
                        node.name(),
                        address,
                        node.availability(),
                        node.reason(),
                        node.reasonSince(),
                        node.partitions(),
                        node.cpus(),
                        node.cpusInUse(),
                        node.memoryMegabytes(),
                        node.memoryInUseMegabytes(),
                        node.accelerators(),
                        node.acceleratorsInUse(),
                        node.features(),
                        node.load())),
                clock.instant());
    }

    public void end(JobSummary job) {
        jobs.become(job.id(), JobState.ENDED);
    }

    public JobState state(JobSummary job) {
        return jobs.find(job.id()).orElseThrow().state();
    }

    /** From now on jobs with an image of that name run in this. */
    public void run(ImageLaunch launch) {
        images.put(launch);
    }

    /** From now on jobs that are added are charged to that project, and all projects are so. */
    public void charge(String project, Classification now) {
        jobs.project = Optional.of(project);
        classification = now;
    }

    public void forward(Duration duration) {
        clock.forward(duration);
    }

    public CertificateAuthority authority() {
        return authority;
    }

    public GatewayTls gatewayTls() {
        return TestAuthority.gateway(authority, clock);
    }

    public ServiceOrders orders() {
        ServiceOrders orders = new ServiceOrders();
        orders.tls = gatewayTls();
        return orders;
    }

    public RouteService routes() {
        return routes;
    }

    public AgentScripts scripts() {
        AgentScripts scripts = new AgentScripts();
        scripts.records = records();
        scripts.authority = authority;
        scripts.settings = settings;
        scripts.portal = "https://carme.example.org";
        return scripts;
    }

    public BootstrapService bootstrapService() {
        Placements placements = new Placements();
        placements.scheduler = scheduler;
        placements.cluster = cluster;
        placements.registry = jobs;
        placements.settings = settings;
        placements.clock = clock;
        BootstrapAnswers answers = new BootstrapAnswers();
        answers.authority = authority;
        answers.services = new ServiceStarts();
        answers.services.catalogue = catalogue;
        answers.services.secrets = secrets();
        answers.services.settings = settings;
        answers.tasks = tasks;
        answers.staging = TestStaging.orders();
        answers.images = new JobImages();
        answers.images.launches = images;
        answers.images.runtimes = FakeLaunches.runtimes();
        answers.images.settings = FakeLaunches.SETTINGS;
        answers.images.storage = TestStorage.storage(() -> classification);
        BootstrapService service = new BootstrapService();
        service.records = records();
        service.registry = jobs;
        service.placements = placements;
        service.answers = answers;
        service.routes = routes;
        return service;
    }

    public ReportService reportService() {
        ReportService service = new ReportService();
        service.tokens = new AgentTokens();
        service.tokens.records = records();
        service.tokens.registry = jobs;
        service.records = records();
        service.effects = new ReportEffects();
        service.effects.registry = jobs;
        service.effects.routes = routes;
        service.effects.tasks = tasks;
        service.facts = facts;
        service.clock = clock;
        return service;
    }

    /** With what is done for it noted in {@link #wishes()}. */
    public WishService wishService() {
        WishService service = new WishService();
        service.tokens = reportService().tokens;
        service.jobs = wishes.jobService();
        service.extensions = wishes.extensions();
        service.notes = wishes.notes();
        return service;
    }

    /** What was done for jobs' wishes. */
    public List<String> wishes() {
        return wishes.fulfilled();
    }

    public AgentSettings settings() {
        return settings;
    }

    public FakeTasks tasks() {
        return tasks;
    }

    /** What agents have reported. */
    public List<AgentReport> reports() {
        return facts.reports();
    }

    RouteService newRoutes() {
        RouteService service = new RouteService();
        service.records = records();
        service.registry = jobs;
        service.jobChanges = jobs.changes();
        service.clock = clock;
        service.follow();
        return service;
    }

    RouteFollower follower(RouteService of) {
        RouteFollower follower = new RouteFollower();
        follower.records = records();
        follower.routes = of;
        follower.registry = jobs;
        follower.jobChanges = jobs.changes();
        follower.clock = clock;
        follower.watchEnds();
        return follower;
    }

    AgentRecords records() {
        return new TestAgentRecords(database, secrets(), jobs, clock);
    }

    boolean knowsAnythingOf(JobId id) {
        return records().jobs().contains(id);
    }

    private static ServiceSecrets secrets() {
        ServiceSecrets secrets = new ServiceSecrets();
        secrets.master = SECRET;
        return secrets;
    }

    @Override
    public void close() {
        database.close();
    }
}
