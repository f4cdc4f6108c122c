package io.passport.verify.smslimit;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/** The neighbourhood of an address: what one attacker can easily have all of. */
final class Network {

    private Network() {}

    /** {@code 203.0.113.0/24} or, of IPv6, {@code 2001:0db8:0000:0007::/64}; of no address, nothing. */
    static String of(String address) {
        if (address.isEmpty()) {
            return "";
        }
        byte[] bytes = InetAddress.ofLiteral(address).getAddress();
        if (bytes.length == 4) {
            return "%d.%d.%d.0/24".formatted(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
        }
        String hex = HexFormat.of().toHexDigits(ByteBuffer.wrap(bytes).getLong());
        return hex.replaceAll("(.{4})(?=.)", "$1:") + "::/64";
    }
}
