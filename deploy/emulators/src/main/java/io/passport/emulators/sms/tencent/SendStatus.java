package io.passport.emulators.sms.tencent;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/**
 * The result of the message to one number. The request can succeed although all messages fail.
 *
 * @param serialNo the message id; empty if it was not sent
 * @param mobile the receiver
 * @param fee number of charged messages
 * @param context the caller's context; always empty here
 * @param code {@code Ok} or an error code
 * @param message the text of the code
 * @param country the receiver's country
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

    static SendStatus failed(String mobile, String code, String message) {
        return new SendStatus("", mobile, 0, "", code, message, "");
    }

    @Override
    public String toString() {
        return "SendStatus[" + code + "]";
    }
}
