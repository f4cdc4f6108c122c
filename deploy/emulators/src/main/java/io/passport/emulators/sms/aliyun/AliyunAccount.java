package io.passport.emulators.sms.aliyun;

import java.util.Map;

/**
 * The only account of this emulator.
 *
 * @param accessKeyId names the account
 * @param accessKeySecret signs requests
 * @param signName the only approved signature, the sender's name
 * @param templateCode the only approved template
 */
record AliyunAccount(String accessKeyId, String accessKeySecret, String signName, String templateCode) {

    /** From {@code PASSPORT_ALIYUN_*}; by default the values of the local profile. */
    static AliyunAccount from(Map<String, String> environment) {
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
