package io.passport.user.device;

import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * The name of the caller's browser or app: {@code Chrome 126 · Windows 10}. Controller methods take it as a parameter. The
 * {@code User-Agent} is read at the first call of {@link #text}, since that takes milliseconds of a header that the client
 * chooses: a request that is rejected before costs nothing.
 */
public final class DeviceName {

    private final SingletonSupplier<String> text;

    public DeviceName(String text) {
        this(() -> text);
    }

    DeviceName(Supplier<String> reading) {
        this.text = SingletonSupplier.of(reading);
    }

    /** At most 64 letters, digits, spaces and {@code . _ · -}: pages insert it as HTML. */
    public String text() {
        return text.obtain();
    }

    @Override
    public String toString() {
        return text();
    }
}
