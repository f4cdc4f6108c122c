package io.passport.verify.imagecode;

import io.passport.common.api.ApiException;
import io.passport.verify.slidingwindow.SlidingWindows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * How many pictures one address may ask for, of IPv6 one network, since every subscriber has all of it: {@code
 * imagelimit:{<network>}}, see {@link SlidingWindows}.
 */
@Component
class ImageLimit {

    private final SlidingWindows windows;
    private final ImageLimitSettings settings;

    ImageLimit(SlidingWindows windows, ImageLimitSettings settings) {
        this.windows = windows;
        this.settings = settings;
    }

    /**
     * Counts one more picture.
     *
     * @param network the client's, see {@link io.passport.common.internalcall.Caller#network}
     * @throws ApiException {@code 4201} when that is one too many
     */
    void count(String network) {
        Optional<Duration> wait = windows.reserve(
                "imagelimit:{" + network + "}", UUID.randomUUID().toString(), List.of(settings.perAddress()));
        if (wait.isPresent()) {
            throw ApiException.tooManyRequests(wait.get());
        }
    }
}
