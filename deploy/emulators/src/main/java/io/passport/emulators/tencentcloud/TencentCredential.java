package io.passport.emulators.tencentcloud;

/**
 * A customer's credential at Tencent Cloud.
 *
 * @param secretId names the customer
 * @param secretKey signs requests
 */
public record TencentCredential(String secretId, String secretKey) {

    @Override
    public String toString() {
        return "TencentCredential[" + secretId + "]";
    }
}
