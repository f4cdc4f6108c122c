package io.passport.verify.smsprovider;

/**
 * A vendor and how often it is tried first. Settings write it {@code aliyun/3}, or {@code aliyun} for a weight of 1.
 *
 * @param vendor its name
 * @param weight relative to the others' weights; 0: only tried when another vendor did not send
 */
record WeightedVendor(String vendor, int weight) {

    WeightedVendor {
        if (weight < 0) {
            throw new IllegalArgumentException("passport.sms.providers: a weight is 0 or more");
        }
    }

    /**
     * Reads {@code <name>} or {@code <name>/<weight>}. Public for Spring's conversion of settings.
     *
     * @throws IllegalArgumentException when the weight is not a number
     */
    public static WeightedVendor of(String text) {
        String[] nameAndWeight = text.strip().split("\\s*/\\s*", 2);
        int weight = nameAndWeight.length == 2 ? Integer.parseInt(nameAndWeight[1]) : 1;
        return new WeightedVendor(nameAndWeight[0], weight);
    }
}
