package io.passport.common.pii;

import io.passport.common.internalcall.ClientSubnet;
import java.util.regex.Pattern;

/** Masks personal values in text for logs. */
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
     * The network part of a client's address: {@code 203.0.113.*}, or the first 48 bits of an IPv6 address,
     * {@code 2001:db8:0:*}.
     *
     * @param address an IP address without brackets or scope
     */
    public static String maskAddress(String address) {
        return ClientSubnet.of(address, 24, 48).replaceFirst("0/24$|:/48$", "*");
    }
}
