package io.passport.verify.imagecode;

import java.awt.geom.Path2D;
import java.util.random.RandomGenerator;

/** Bends the whole plane of one picture by two waves, differently for each picture, and collects what lies in it. */
final class Bend {

    /** Where two shapes lie upon each other, ink becomes paper again. */
    private final Path2D.Float ink = new Path2D.Float(Path2D.WIND_EVEN_ODD, 1024);

    private final Wave across;
    private final Wave down;

    Bend(RandomGenerator random) {
        across = Wave.random(random, 2f, 3.5f);
        down = Wave.random(random, 2f, 4f);
    }

    /** Begins an outline, or goes on with it. */
    void point(float x, float y, boolean first) {
        float bentX = x + across.at(y, x);
        float bentY = y + down.at(x, y);
        if (first) {
            ink.moveTo(bentX, bentY);
        } else {
            ink.lineTo(bentX, bentY);
        }
    }

    void close() {
        ink.closePath();
    }

    Path2D ink() {
        return ink;
    }

    /** A sine along one axis whose phase drifts along the other. */
    private record Wave(float height, float frequency, float phase, float drift) {

        static Wave random(RandomGenerator random, float low, float high) {
            return new Wave(
                    random.nextFloat(low, high),
                    random.nextFloat(0.05f, 0.11f),
                    random.nextFloat(0, 6.28f),
                    random.nextFloat(-0.03f, 0.03f));
        }

        float at(float along, float other) {
            return height * (float) Math.sin(along * frequency + other * drift + phase);
        }
    }
}
