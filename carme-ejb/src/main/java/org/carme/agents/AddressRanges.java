package org.carme.agents;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Networks in CIDR notation, such as {@code 10.77.0.0/24}. */
public final class AddressRanges {
    /** Nothing that a name service would have to be asked for. */
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private record Range(InetAddress network, int prefix) {
        boolean contains(InetAddress address) {
            return address.getAddress().length == network.getAddress().length
                    && head(address).equals(head(network));
        }

        private BigInteger head(InetAddress address) {
            byte[] bytes = address.getAddress();
            return new BigInteger(1, bytes).shiftRight(bytes.length * Byte.SIZE - prefix);
        }
    }

    private final List<Range> ranges;

    private AddressRanges(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * @param text networks, separated by commas
     * @throws IllegalArgumentException naming the one that is none
     */
    public static AddressRanges parse(String text) {
        return new AddressRanges(
                Arrays.stream(text.split(",", -1)).map(AddressRanges::range).toList());
    }

    public boolean contains(InetAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    private static Range range(String text) {
        String[] parts = text.strip().split("/", -1);
        try {
            InetAddress network = literal(parts[0]);
            int bits = network.getAddress().length * Byte.SIZE;
            int prefix = parts.length == 1 ? bits : Integer.parseInt(parts[1]);
            if (parts.length <= 2 && prefix >= 0 && prefix <= bits) {
                return new Range(network, prefix);
            }
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text.strip() + "\" is not a network", e);
        }
        throw new IllegalArgumentException("\"" + text.strip() + "\" is not a network");
    }

    private static InetAddress literal(String text) throws UnknownHostException {
        if (!LITERAL.matcher(text).matches()) {
            throw new UnknownHostException(text);
        }
        return InetAddress.getByName(text);
    }
}
