import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A client for WebSockets on this machine: {@code java WebSocketLoad.java PORT PATH COOKIE MODE}, where the mode is
 * {@code messages CONNECTIONS SECONDS} (one small message under way on each; prints messages per second),
 * {@code hold CONNECTIONS} (opens them, says so, and keeps them until its input ends) or {@code churn COUNT} (opens and closes one after the other,
 * eight at a time).
 */
final class WebSocketLoad {
    private static final int MESSAGE_SIZE = 64;
    private static final int AT_A_TIME = 8;

    private final int port;
    private final byte[] handshake;
    private final byte[] message = new byte[2 + 4 + MESSAGE_SIZE];

    private WebSocketLoad(int port, String path, String cookie) {
        this.port = port;
        this.handshake = ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nCookie: " + cookie
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        message[0] = (byte) 0x82;
        message[1] = (byte) (0x80 | MESSAGE_SIZE);
    }

    public static void main(String[] arguments) throws IOException {
        WebSocketLoad load = new WebSocketLoad(Integer.parseInt(arguments[0]), arguments[1], arguments[2]);
        int count = Integer.parseInt(arguments[4]);
        switch (arguments[3]) {
            case "messages" -> System.out.println(load.messages(load.open(count), Integer.parseInt(arguments[5])));
            case "hold" -> load.hold(count);
            case "churn" -> load.churn(count);
            default -> throw new IllegalArgumentException(arguments[3]);
        }
    }

    private List<SocketChannel> open(int count) throws IOException {
        List<SocketChannel> opened = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            opened.add(open());
        }
        return opened;
    }

    private SocketChannel open() throws IOException {
        SocketChannel socket = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
        socket.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
        socket.write(ByteBuffer.wrap(handshake));
        StringBuilder answer = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (!answer.toString().endsWith("\r\n\r\n")) {
            if (socket.read(one.clear()) < 0) {
                throw new IOException("refused: " + answer);
            }
            answer.append((char) one.get(0));
        }
        if (!answer.toString().startsWith("HTTP/1.1 101 ")) {
            throw new IOException("refused: " + answer);
        }
        return socket;
    }

    private long messages(List<SocketChannel> sockets, int seconds) throws IOException {
        Selector selector = Selector.open();
        for (SocketChannel socket : sockets) {
            socket.configureBlocking(false);
            socket.register(selector, SelectionKey.OP_READ, new int[1]);
            socket.write(ByteBuffer.wrap(message));
        }
        ByteBuffer answer = ByteBuffer.allocate(2 + MESSAGE_SIZE);
        long[] received = new long[1];
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (System.nanoTime() < end) {
            selector.select(key -> received[0] += answered(key, answer), 1000);
        }
        close(sockets);
        return received[0] / seconds;
    }

    /** @return 1 if a whole answer has come, and the next message is under way */
    private int answered(SelectionKey key, ByteBuffer answer) {
        int[] have = (int[]) key.attachment();
        SocketChannel socket = (SocketChannel) key.channel();
        try {
            int size = socket.read(answer.clear().limit(2 + MESSAGE_SIZE - have[0]));
            if (size < 0) {
                throw new IOException("closed");
            }
            have[0] = (have[0] + size) % (2 + MESSAGE_SIZE);
            if (have[0] != 0) {
                return 0;
            }
            socket.write(ByteBuffer.wrap(message));
            return 1;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void hold(int count) throws IOException {
        List<SocketChannel> sockets = open(count);
        System.out.println("holding " + count);
        System.in.read();
        close(sockets);
    }

    private void churn(int count) throws IOException {
        for (int done = 0; done < count; done += AT_A_TIME) {
            close(open(AT_A_TIME));
        }
        System.out.println("churned " + count);
    }

    private static void close(List<SocketChannel> sockets) throws IOException {
        for (SocketChannel socket : sockets) {
            socket.close();
        }
    }
}
