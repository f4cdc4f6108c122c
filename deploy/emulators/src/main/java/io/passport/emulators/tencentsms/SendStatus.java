package io.passport.emulators.tencentsms;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * What became of the message to one number: the request as a whole may be a success when no message is.
 *
 * @param serialNo of the message, empty if there is none
 * @param mobile the receiver
 * @param fee how many messages are charged
 * @param context what the caller gave along, which is nothing here
 * @param code {@code Ok}, or why not
 * @param message the same in words
 * @param country the receiver's
 */
record SendStatus(
        @JsonProperty("SerialNo") String serialNo,
        @JsonProperty("PhoneNumber") String mobile,
        @JsonProperty("Fee") int fee,
        @JsonProperty("SessionContext") String context,
        @JsonProperty("Code") String code,
        @JsonProperty("Message") String message,
        @JsonProperty("IsoCode") String country) {

    static SendStatus sent(String mobile) {
        return new SendStatus(UUID.randomUUID().toString(), mobile, 1, "", "Ok", "send success", "CN");
    }

    static SendStatus refused(String mobile, String code, String message) {
        return new SendStatus("", mobile, 0, "", code, message, "");
    }

    @Override
    public String toString() {
        return "SendStatus[" + code + "]";
    }
}
