package io.passport.user.device;

import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * The name of the caller's browser or app: {@code Chrome 126 · Windows 10}. Controller methods take it as a parameter. The
 * {@code User-Agent} is parsed at the first call of {@link #text}. Parsing takes milliseconds, and the client chooses the
 * header, so a request that is rejected earlier does not parse it.
 */
public final class DeviceName {

    private final SingletonSupplier<String> text;

    public DeviceName(String text) {
        this(() -> text);
    }

    DeviceName(Supplier<String> reading) {
        this.text = SingletonSupplier.of(reading);
    }

    /**
     * {@code 未知设备} when the header is missing or unknown. At most 64 letters, digits, spaces and {@code . _ · -}: pages
     * insert it as HTML.
     */
    public String text() {
        return text.obtain();
    }

    @Override
    public String toString() {
        return text();
    }
}
