package io.passport.emulators.sms.aliyun;

import java.util.Map;

/**
 * The only account of this emulator, which refuses every other account, signature and template.
 *
 * @param accessKeyId names the account
 * @param accessKeySecret signs requests
 * @param signName the only approved signature, the sender's name
 * @param templateCode the only approved template
 */
record AliyunAccount(String accessKeyId, String accessKeySecret, String signName, String templateCode) {

    /**
     * Reads the account from {@code PASSPORT_ALIYUN_*}. A missing variable has the value of the local profile. The values are not
     * checked.
     */
    static AliyunAccount from(Map<String, String> environment) {
        return new AliyunAccount(
                environment.getOrDefault("PASSPORT_ALIYUN_ACCESS_KEY_ID", "local-only-aliyun-id"),
                environment.getOrDefault("PASSPORT_ALIYUN_ACCESS_KEY_SECRET", "local-only-aliyun-secret"),
                environment.getOrDefault("PASSPORT_ALIYUN_SIGN_NAME", "通行证"),
                environment.getOrDefault("PASSPORT_ALIYUN_TEMPLATE_CODE", "SMS_100000001"));
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "AliyunAccount[" + accessKeyId + "]";
    }
}
