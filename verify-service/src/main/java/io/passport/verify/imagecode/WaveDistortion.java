package io.passport.verify.imagecode;

import java.awt.geom.Path2D;
import java.util.random.RandomGenerator;

/** Collects the outlines of one image and distorts each point by two waves. The waves are random for each image. */
final class WaveDistortion {

    /** Even-odd: where two shapes overlap, the colour is inverted. */
    private final Path2D.Float ink = new Path2D.Float(Path2D.WIND_EVEN_ODD, 1024);

    private final Wave across;
    private final Wave down;

    WaveDistortion(RandomGenerator random) {
        across = Wave.random(random, 2f, 3.5f);
        down = Wave.random(random, 2f, 4f);
    }

    /**
     * Adds a point to the current outline.
     *
     * @param first whether the point begins a new outline
     */
    void point(float x, float y, boolean first) {
        float distortedX = x + across.at(y, x);
        float distortedY = y + down.at(x, y);
        if (first) {
            ink.moveTo(distortedX, distortedY);
        } else {
            ink.lineTo(distortedX, distortedY);
        }
    }

    void close() {
        ink.closePath();
    }

    /** The distorted outlines. */
    Path2D ink() {
        return ink;
    }

    /** A sine wave along one axis. Its phase changes along the other axis. */
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
