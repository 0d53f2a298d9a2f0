# Floating point and attributes: five bodies, small steps.
import math


class Body:
    def __init__(self, x, y, z, vx, vy, vz, mass):
        self.x, self.y, self.z = x, y, z
        self.vx, self.vy, self.vz = vx, vy, vz
        self.mass = mass


def bodies():
    return [
        Body(0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 39.5),
        Body(4.8, -1.2, -0.1, 0.6, 2.8, -0.02, 0.04),
        Body(8.3, 4.1, -0.4, -1.0, 1.8, 0.008, 0.01),
        Body(12.9, -15.1, -0.2, 1.1, 0.9, -0.01, 0.002),
        Body(15.4, -25.9, 0.2, 1.0, 0.6, -0.03, 0.002),
    ]


def advance(system, pairs, dt):
    for a, b in pairs:
        dx = a.x - b.x
        dy = a.y - b.y
        dz = a.z - b.z
        square = dx * dx + dy * dy + dz * dz
        pull = dt / (square * math.sqrt(square))
        ma = a.mass * pull
        mb = b.mass * pull
        a.vx -= dx * mb
        a.vy -= dy * mb
        a.vz -= dz * mb
        b.vx += dx * ma
        b.vy += dy * ma
        b.vz += dz * ma
    for body in system:
        body.x += dt * body.vx
        body.y += dt * body.vy
        body.z += dt * body.vz


def energy(system, pairs):
    total = 0.0
    for body in system:
        total += 0.5 * body.mass * (body.vx ** 2 + body.vy ** 2 + body.vz ** 2)
    for a, b in pairs:
        total -= a.mass * b.mass / math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2)
    return total


def main():
    system = bodies()
    pairs = [(a, b) for i, a in enumerate(system) for b in system[i + 1 :]]
    for _ in range(180_000):
        advance(system, pairs, 0.001)
    print("%.9f" % energy(system, pairs))


main()
