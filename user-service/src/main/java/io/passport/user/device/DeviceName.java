package io.passport.user.device;

import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * What a person calls the browser or app in front of them: {@code Chrome 126 · Windows 10}. A controller's method gets that
 * of its caller as a parameter. It is read when it is first asked for, since reading takes milliseconds of whatever header a
 * client chose to send: who is refused before costs nothing.
 */
public final class DeviceName {

    private final SingletonSupplier<String> text;

    public DeviceName(String text) {
        this(() -> text);
    }

    DeviceName(Supplier<String> reading) {
        this.text = SingletonSupplier.of(reading);
    }

    /** Letters, digits, spaces and {@code . _ · -} only, since pages insert it as HTML; at most 64 code points. */
    public String text() {
        return text.obtain();
    }

    @Override
    public String toString() {
        return text();
    }
}
