package io.passport.common.pii;

import io.passport.common.internalcall.ClientSubnet;
import java.util.regex.Pattern;

/** Masks what is personal in a text that is about to be logged. */
public final class Masking {

    private static final Pattern MOBILE = Pattern.compile("(?<![0-9])(1[3-9][0-9])[0-9]{4}([0-9]{4})(?![0-9])");
    private static final Pattern ID_CARD = Pattern.compile("(?<![0-9])([0-9]{6})[0-9]{8}([0-9]{3}[0-9Xx])(?![0-9])");

    private Masking() {}

    /** The text with every mobile number as {@code 138****0000} and every identity number as {@code 110105********002X}. */
    public static String mask(String text) {
        String masked = MOBILE.matcher(text).replaceAll("$1****$2");
        return ID_CARD.matcher(masked).replaceAll("$1********$2");
    }

    /**
     * A client's network without its host: {@code 203.0.113.*}, of IPv6 the first 48 bits, {@code 2001:db8:0:*}.
     *
     * @param address an IP address as text without brackets or scope
     */
    public static String maskAddress(String address) {
        if (address.indexOf(':') < 0) {
            return address.substring(0, address.lastIndexOf('.') + 1) + "*";
        }
        // with every group written out, since the host of a shortened one comes early
        String[] groups = ClientSubnet.of(address).split(":", 4);
        return String.join(":", groups[0], groups[1], groups[2], "*");
    }
}
