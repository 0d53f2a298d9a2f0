"""Nodes, topics, wrong types."""
import asyncio
import axros
from geometry_msgs.msg import Point, PointStamped, Pose, Vector3
from std_msgs.msg import Header, Int32, String

async def talker(nh):
    pub = nh.advertise("chatter", String)
    await pub.setup()
    for i in range(3):
        pub.publish(String(f"hello {i}"))
        await nh.sleep(0.5)
    await pub.shutdown()

async def listener(nh):
    async with nh.subscribe("chatter", String, lambda m: print("callback", m.data)) as sub:
        for _ in range(3):
            message = await sub.get_next_message()
            print("next", message.data)
        print(sub.get_last_message())

async def main():
    nh = axros.NodeHandle.from_argv("demo")
    try:
        nh.advertise("x", Point).publish(Point())
    except axros.NotSetup as error:
        print("not set up")
    async with nh:
        print(nh.is_running())
        await asyncio.gather(listener(nh), talker(nh))
        points = nh.advertise("point", Point, latching=True)
        await points.setup()
        points.publish(Point(1, 2, 3.5))
        late = nh.subscribe("point", Point)
        await late.setup()
        await asyncio.sleep(0)
        print(late.get_last_message())
        try:
            points.publish(Vector3(1, 2, 3))
        except TypeError as error:
            print(error)
        try:
            points.publish(Point(x="one"))
        except Exception as error:
            print(type(error).__name__, error)
        try:
            await axros.util.wrap_timeout(late.get_next_message(), 0.5)
        except asyncio.TimeoutError:
            print("nothing came")
        print(PointStamped(Header(frame_id="map"), Point(x=1)))
        print(Pose() == Pose(), Point(1, 2, 3) == Point(1, 2, 4))
        print(await steps(nh))
    print(nh.is_running())

@axros.util.cancellableInlineCallbacks
def steps(nh):
    for i in range(2):
        yield nh.sleep(0.1)
        print("step", i)
    return "done"

asyncio.run(main())

# What it prints:
#=> not set up
#=> True
#=> callback hello 0
#=> next hello 0
#=> callback hello 1
#=> next hello 1
#=> callback hello 2
#=> next hello 2
#=> data: "hello 2"
#=> x: 1
#=> y: 2
#=> z: 3.5
#=> Cannot publish message of type <class 'geometry_msgs.msg._Vector3.Vector3'> on /point publisher, which only accepts <class 'geometry_msgs.msg._Point.Point'>.
#=> SerializationError field x must be float type
#=> nothing came
#=> header: 
#=>   seq: 0
#=>   stamp: 
#=>     secs: 0
#=>     nsecs:         0
#=>   frame_id: "map"
#=> point: 
#=>   x: 1
#=>   y: 0.0
#=>   z: 0.0
#=> True False
#=> step 0
#=> step 1
#=> done
#=> False
