package io.passport.emulators.tencentcloud;

/**
 * A customer of Tencent Cloud.
 *
 * @param secretId names the customer
 * @param secretKey signs
 */
public record TencentCredential(String secretId, String secretKey) {

    @Override
    public String toString() {
        return "TencentCredential[" + secretId + "]";
    }
}
