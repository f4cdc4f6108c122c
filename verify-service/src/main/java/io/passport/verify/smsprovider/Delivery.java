package io.passport.verify.smsprovider;

import java.time.Duration;

/** What became of a message that was handed over. */
public sealed interface Delivery {

    /** Who said so, or was asked last: {@code yuntongxun}, {@code aliyun} or {@code tencent}. */
    String provider();

    /** The outcome in one word, for counting. */
    String reason();

    /** The provider said yes. */
    record Taken(String provider) implements Delivery {
        @Override
        public String reason() {
            return "taken";
        }
    }

    /**
     * It will surely not arrive.
     *
     * @param reason {@code refused} by the provider; {@code unreachable}: no connection was made; {@code resting}: its
     *     breaker is open
     */
    record NotTaken(String provider, String reason) implements Delivery {}

    /**
     * It will surely not arrive: the provider protects this number from too many messages, of whomever.
     *
     * @param retryAfter how long at most until the provider sends to this number again
     */
    record Limited(String provider, Duration retryAfter) implements Delivery {
        @Override
        public String reason() {
            return "limited";
        }
    }

    /** Nobody knows: the provider was reached and did not answer as it should. */
    record Uncertain(String provider) implements Delivery {
        @Override
        public String reason() {
            return "uncertain";
        }
    }
}
