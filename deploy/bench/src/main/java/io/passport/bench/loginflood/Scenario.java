package io.passport.bench.loginflood;

import java.util.concurrent.ThreadLocalRandom;

/** Where the wrong passwords come from. */
enum Scenario {
    /** Locks and delays for an address bite soon. */
    ONE_ADDRESS("all from one address") {
        @Override
        String forwardedFor() {
            return "203.0.113.7";
        }
    },

    /** No lock for an address ends the hashing. */
    ADDRESSES_OF_THEIR_OWN("each from another address") {
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

    /** What a trusted proxy says of the next caller. */
    abstract String forwardedFor();

    @Override
    public String toString() {
        return title;
    }
}
