package io.passport.user.device;

/**
 * What a person calls the browser or app in front of them: {@code Chrome 126 · Windows 10}. A controller's method gets that
 * of its caller as a parameter.
 *
 * @param text letters, digits, spaces and {@code . _ · -} only, since pages insert it as HTML; at most 64 code points
 */
public record DeviceName(String text) {

    static final int LONGEST = 64;

    /** Of a client that does not say what it is, or says it in no way that is known. */
    public static final DeviceName UNKNOWN = new DeviceName("未知设备");
}
