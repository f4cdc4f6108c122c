package io.passport.verify.imagecode;

import io.passport.common.api.ApiException;
import io.passport.verify.slidingwindow.SlidingWindows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Limits the image codes of one client subnet: an IPv4 address or an IPv6 /64, which one subscriber has. The key in Redis is
 * {@code imagelimit:{<subnet>}}, see {@link SlidingWindows}.
 */
@Component
class ImageLimit {

    private final SlidingWindows windows;
    private final ImageLimitProperties settings;

    ImageLimit(SlidingWindows windows, ImageLimitProperties settings) {
        this.windows = windows;
        this.settings = settings;
    }

    /**
     * Counts an image code. {@link ImageCodeController} calls it before it renders. A rejected request is not counted.
     *
     * @param subnet of the client, see {@link io.passport.common.internalcall.Caller#network}
     * @throws ApiException {@code 4201} when the limit is exceeded
     * @throws org.springframework.dao.DataAccessException when Redis fails
     */
    void countOrReject(String subnet) {
        Optional<Duration> wait = windows.reserve(
                "imagelimit:{" + subnet + "}", UUID.randomUUID().toString(), List.of(settings.perAddress()));
        if (wait.isPresent()) {
            throw ApiException.tooManyRequests(wait.get());
        }
    }
}
