package io.passport.emulators.aliyun;

import java.util.Map;

/**
 * The one customer that this Aliyun knows.
 *
 * @param accessKeyId names the customer
 * @param accessKeySecret signs
 * @param signName the one approved sender's name
 * @param templateCode the one approved template
 */
public record AliyunAccount(String accessKeyId, String accessKeySecret, String signName, String templateCode) {

    /** From {@code PASSPORT_ALIYUN_*}, else the values that the local profile has. */
    public static AliyunAccount from(Map<String, String> environment) {
        return new AliyunAccount(
                environment.getOrDefault("PASSPORT_ALIYUN_ACCESS_KEY_ID", "local-only-aliyun-id"),
                environment.getOrDefault("PASSPORT_ALIYUN_ACCESS_KEY_SECRET", "local-only-aliyun-secret"),
                environment.getOrDefault("PASSPORT_ALIYUN_SIGN_NAME", "通行证"),
                environment.getOrDefault("PASSPORT_ALIYUN_TEMPLATE_CODE", "SMS_100000001"));
    }

    @Override
    public String toString() {
        return "AliyunAccount[" + accessKeyId + "]";
    }
}
