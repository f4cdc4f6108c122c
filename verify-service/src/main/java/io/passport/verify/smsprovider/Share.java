package io.passport.verify.smsprovider;

/**
 * A provider and how often it is the first to be asked. Settings write it {@code aliyun/3}, or {@code aliyun} for 1.
 *
 * @param vendor who
 * @param weight in proportion to the others' weights; 0 is asked only when another surely did not send
 */
record Share(Vendor vendor, int weight) {

    Share {
        if (weight < 0) {
            throw new IllegalArgumentException("passport.sms.providers: a weight is 0 or more");
        }
    }

    /**
     * Reads {@code <name>} or {@code <name>/<weight>}.
     *
     * @throws IllegalArgumentException when it is nothing of the kind
     */
    public static Share of(String text) {
        String[] nameAndWeight = text.strip().split("\\s*/\\s*", 2);
        int weight = nameAndWeight.length == 2 ? Integer.parseInt(nameAndWeight[1]) : 1;
        return new Share(Vendor.of(nameAndWeight[0]), weight);
    }
}
