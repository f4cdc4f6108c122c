import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;

/** Verifies a password in one thread, by the library that user-service uses, and prints verifications per second: seconds hash password */
class Argon2Alone {
    void main(String[] arguments) {
        var argon2 = Argon2Factory.create(Argon2Types.ARGON2id);
        var password = arguments[2].toCharArray();
        var begin = System.nanoTime();
        var end = begin + (long) (Double.parseDouble(arguments[0]) * 1e9);
        var count = 0;
        do {
            if (!argon2.verify(arguments[1], password)) {
                throw new IllegalArgumentException("The password does not match");
            }
            count++;
        } while (System.nanoTime() < end);
        IO.println(count / ((System.nanoTime() - begin) / 1e9));
    }
}
