package io.passport.bench.loginflood;

import java.util.concurrent.ThreadLocalRandom;

/** The client addresses of the wrong passwords. */
enum Scenario {
    /** The address is soon locked. */
    ONE_ADDRESS("all from one address") {
        @Override
        String forwardedFor() {
            return "203.0.113.7";
        }
    },

    /** No address is locked, so every password is hashed. */
    MANY_ADDRESSES("each from another address") {
        @Override
        String forwardedFor() {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            return "%d.%d.%d.%d"
                    .formatted(
                            random.nextInt(11, 100), random.nextInt(256), random.nextInt(256), random.nextInt(1, 255));
        }
    };

    private final String title;

    Scenario(String title) {
        this.title = title;
    }

    /** The {@code X-Forwarded-For} of the next request. */
    abstract String forwardedFor();

    @Override
    public String toString() {
        return title;
    }
}
