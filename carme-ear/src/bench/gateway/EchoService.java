import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service that echoes small WebSocket messages on one thread: {@code java EchoService.java PORT}. */
final class EchoService {
    private static final Pattern KEY = Pattern.compile("(?i)\r\nsec-websocket-key: *([^\r]+)\r\n");
    private static final int BUFFER_SIZE = 16 * 1024;

    private final ByteBuffer input = ByteBuffer.allocate(BUFFER_SIZE);

    public static void main(String[] arguments) throws Exception {
        new EchoService().serve(Integer.parseInt(arguments[0]));
    }

    private void serve(int port) throws Exception {
        Selector selector = Selector.open();
        ServerSocketChannel server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress("127.0.0.1", port), 1024);
        server.configureBlocking(false);
        server.register(selector, SelectionKey.OP_ACCEPT);
        while (true) {
            selector.select(key -> {
                try {
                    if (key.isAcceptable()) {
                        SocketChannel accepted = server.accept();
                        accepted.configureBlocking(false);
                        accepted.setOption(java.net.StandardSocketOptions.TCP_NODELAY, true);
                        accepted.register(selector, SelectionKey.OP_READ, new boolean[1]);
                    } else {
                        answer((SocketChannel) key.channel(), (boolean[]) key.attachment());
                    }
                } catch (IOException e) {
                    close(key);
                }
            });
        }
    }

    /** Messages of the bench are small and come whole. */
    private void answer(SocketChannel client, boolean[] open) throws IOException {
        input.clear();
        if (client.read(input) < 0) {
            client.close();
            return;
        }
        input.flip();
        if (open[0]) {
            echo(client);
        } else {
            client.write(ByteBuffer.wrap(handshake().getBytes(StandardCharsets.US_ASCII)));
            open[0] = true;
        }
    }

    private void echo(SocketChannel client) throws IOException {
        ByteBuffer output = ByteBuffer.allocate(input.remaining());
        while (input.hasRemaining()) {
            byte first = input.get();
            int size = input.get() & 0x7f;
            byte[] mask = new byte[4];
            input.get(mask);
            output.put(first).put((byte) size);
            for (int i = 0; i < size; i++) {
                output.put((byte) (input.get() ^ mask[i % 4]));
            }
        }
        client.write(output.flip());
    }

    private String handshake() {
        Matcher key = KEY.matcher(StandardCharsets.US_ASCII.decode(input));
        key.find();
        return "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                + accept(key.group(1)) + "\r\n\r\n";
    }

    private static String accept(String key) {
        try {
            byte[] text = (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(SelectionKey key) {
        try {
            key.channel().close();
        } catch (IOException e) {
            key.cancel();
        }
    }
}
