package io.passport.emulators.sms.tencent;

import io.passport.emulators.tencentcloud.TencentCredential;
import java.util.Map;

/**
 * The only SMS application of this emulator, which refuses every other credential, application, signature and template.
 *
 * @param credential the credential that may send
 * @param sdkAppId the application's id
 * @param signName the only approved signature, the sender's name
 * @param templateId the only approved template
 */
record TencentAccount(TencentCredential credential, String sdkAppId, String signName, String templateId) {

    /**
     * Reads the application from {@code PASSPORT_TENCENT_*}. A missing variable has the value of the local profile. The values
     * are not checked.
     */
    static TencentAccount from(Map<String, String> environment) {
        return new TencentAccount(
                new TencentCredential(
                        environment.getOrDefault("PASSPORT_TENCENT_SECRET_ID", "local-only-tencent-id"),
                        environment.getOrDefault("PASSPORT_TENCENT_SECRET_KEY", "local-only-tencent-key")),
                environment.getOrDefault("PASSPORT_TENCENT_SDK_APP_ID", "1400000001"),
                environment.getOrDefault("PASSPORT_TENCENT_SIGN_NAME", "通行证"),
                environment.getOrDefault("PASSPORT_TENCENT_TEMPLATE_ID", "100001"));
    }
}
