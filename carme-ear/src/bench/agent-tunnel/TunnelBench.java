import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * Measures one HTTP server over a plain connection and through a job agent's TLS tunnel, with the same client code on
 * both paths, and prints the ratios.
 *
 * <p>Arguments: plain port, agent port, SNI name, PKCS12 file (gateway identity and authority, password "bench1"),
 * seconds per measurement.
 */
final class TunnelBench {
    private static final int CONNECTIONS = 20;
    private static final int ROUNDS = 5;
    private static final int WARM_UP_SECONDS = 15;

    private final int plainPort;
    private final int agentPort;
    private final String sni;
    private final SSLContext tls;

    private TunnelBench(int plainPort, int agentPort, String sni, SSLContext tls) {
        this.plainPort = plainPort;
        this.agentPort = agentPort;
        this.sni = sni;
        this.tls = tls;
    }

    public static void main(String[] arguments) throws Exception {
        TunnelBench bench = new TunnelBench(
                Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), arguments[2], identity(arguments[3]));
        bench.run(Integer.parseInt(arguments[4]));
    }

    private static SSLContext identity(String file) throws Exception {
        char[] password = "bench1".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            store.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private void run(int seconds) throws Exception {
        requestsPerSecond(false, WARM_UP_SECONDS);
        requestsPerSecond(true, WARM_UP_SECONDS);
        bytesPerSecond(false);
        bytesPerSecond(true);
        double[] smallPlain = new double[ROUNDS];
        double[] smallAgent = new double[ROUNDS];
        double[] bulkPlain = new double[ROUNDS];
        double[] bulkAgent = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            smallPlain[round] = requestsPerSecond(false, seconds);
            smallAgent[round] = requestsPerSecond(true, seconds);
            bulkPlain[round] = bytesPerSecond(false);
            bulkAgent[round] = bytesPerSecond(true);
        }
        print("1 KiB answers, 20 connections, requests/s", 1, smallPlain, smallAgent);
        print("1 GiB download, one connection, MB/s", 1e6, bulkPlain, bulkAgent);
    }

    private static void print(String what, double unit, double[] plain, double[] agent) {
        double[] ratios = new double[ROUNDS];
        Arrays.setAll(ratios, round -> agent[round] / plain[round]);
        System.out.printf(
                "%s: plain %.0f, agent %.0f, ratio %.2f (of %d rounds: %s)%n",
                what, median(plain) / unit, median(agent) / unit, median(ratios), ROUNDS, text(ratios));
    }

    private static String text(double[] ratios) {
        return Arrays.stream(ratios).mapToObj(ratio -> String.format("%.2f", ratio)).toList().toString();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private double requestsPerSecond(boolean throughAgent, int seconds) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            long start = System.nanoTime();
            long end = start + seconds * 1_000_000_000L;
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Callable<Long> client = () -> countRequests(throughAgent, end);
                counts.add(threads.submit(client));
            }
            long total = 0;
            for (Future<Long> count : counts) {
                total += count.get();
            }
            return total * 1e9 / (System.nanoTime() - start);
        } finally {
            threads.shutdown();
        }
    }

    private long countRequests(boolean throughAgent, long end) throws IOException {
        byte[] buffer = new byte[16 * 1024];
        long count = 0;
        try (Socket socket = connect(throughAgent)) {
            while (System.nanoTime() < end) {
                get(socket, "/small", buffer);
                count++;
            }
        }
        return count;
    }

    private double bytesPerSecond(boolean throughAgent) throws IOException {
        try (Socket socket = connect(throughAgent)) {
            long start = System.nanoTime();
            long size = get(socket, "/bulk", new byte[256 * 1024]);
            return size * 1e9 / (System.nanoTime() - start);
        }
    }

    private Socket connect(boolean throughAgent) throws IOException {
        Socket plain = new Socket("127.0.0.1", throughAgent ? agentPort : plainPort);
        plain.setTcpNoDelay(true);
        if (!throughAgent) {
            return plain;
        }
        SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(plain, sni, agentPort, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(sni)));
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setCipherSuites(new String[] {"TLS_AES_128_GCM_SHA256"});
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    /** Sends one GET and reads its answer to the end; returns the number of body bytes. */
    private static long get(Socket socket, String path, byte[] buffer) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(("GET " + path + " HTTP/1.1\r\nHost: bench\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        InputStream in = socket.getInputStream();
        int filled = 0;
        int body = -1;
        while (body < 0) {
            filled += read(in, buffer, filled);
            body = endOfHead(buffer, filled);
        }
        long length = contentLength(new String(buffer, 0, body, StandardCharsets.US_ASCII));
        long received = filled - body;
        while (received < length) {
            received += read(in, buffer, 0);
        }
        return received;
    }

    private static int read(InputStream in, byte[] buffer, int offset) throws IOException {
        int count = in.read(buffer, offset, buffer.length - offset);
        if (count < 0) {
            throw new EOFException("the connection was closed within an answer");
        }
        return count;
    }

    private static int endOfHead(byte[] buffer, int filled) {
        for (int i = 3; i < filled; i++) {
            if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private static long contentLength(String head) throws IOException {
        if (!head.startsWith("HTTP/1.1 200")) {
            throw new IOException("unexpected answer: " + head);
        }
        for (String line : head.split("\r\n")) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                return Long.parseLong(line.substring(line.indexOf(':') + 1).trim());
            }
        }
        throw new IOException("no content-length");
    }
}
