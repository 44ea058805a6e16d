package org.carme.gateway;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import tlschannel.TlsChannel;

/** The gateway's classes on a real Payara Micro of its own, with little memory, before a service on this machine. */
final class GatewayServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> PORTAL_ONLY = List.of(
            "GatewayServlet",
            "OpenServlet",
            "EntryDoorkeeper",
            "ServiceAdmission",
            "GatewayConfiguration",
            "AgentDialer");

    private final int port = freePort();
    private final Process process;

    GatewayServer(Path folder, int servicePort) throws IOException {
        Path war = folder.resolve("test.war");
        pack(war);
        int other = freePort();
        Path boot = Files.writeString(folder.resolve("pre-boot.asadmin"), boot(port));
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx160m",
                        "-Dtest.service=" + servicePort,
                        "-Dtest.gateway=" + origin(),
                        "-jar",
                        Path.of("target", "payara-micro.jar").toAbsolutePath().toString(),
                        "--port",
                        Integer.toString(other),
                        "--nohazelcast",
                        "--disablephonehome",
                        "--prebootcommandfile",
                        boot.toString(),
                        "--contextroot",
                        "/",
                        "--deploy",
                        war.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("server.log").toFile())
                .start();
        awaitStart();
    }

    int port() {
        return port;
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void awaitStart() throws IOException {
        HttpRequest probe = HttpRequest.newBuilder(URI.create(origin() + "/entry/-/page.css"))
                .build();
        Instant end = Instant.now().plus(PATIENCE);
        while (!answers(probe)) {
            if (Instant.now().isAfter(end) || !process.isAlive()) {
                throw new IOException("the server did not start");
            }
        }
    }

    private static boolean answers(HttpRequest probe) {
        try {
            Thread.sleep(200);
            return HttpClient.newHttpClient()
                            .send(probe, HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pack(Path war) throws IOException {
        Path channel = Path.of(URI.create(TlsChannel.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(war))) {
            addClasses(jar, Path.of("target", "classes"));
            addClasses(jar, Path.of("target", "test-classes"));
            add(jar, "WEB-INF/lib/tls-channel.jar", channel);
        }
    }

    private static void addClasses(JarOutputStream jar, Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(Path.of("org", "carme", "gateway")))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(GatewayServer::isPart)
                    .toList()) {
                add(jar, "WEB-INF/classes/" + root.relativize(file).toString().replace('\\', '/'), file);
            }
        }
    }

    private static boolean isPart(Path file) {
        String name = file.getFileName().toString();
        return !name.contains("Test")
                && !name.contains("IT")
                && PORTAL_ONLY.stream().noneMatch(name::startsWith);
    }

    private static void add(JarOutputStream jar, String name, Path file) throws IOException {
        jar.putNextEntry(new JarEntry(name));
        Files.copy(file, jar);
        jar.closeEntry();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The listener as the portal's own boot file makes it. */
    private static String boot(int port) throws IOException {
        return Files.readString(Path.of("..", "server-config", "portal", "pre-boot.asadmin"))
                .replace("@GATEWAY_PORT@", Integer.toString(port));
    }
}
