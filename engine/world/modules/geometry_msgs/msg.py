"""geometry_msgs: points, directions, poses, speeds, forces."""

from std_msgs._message import message as _message
from std_msgs.msg import Header as _Header


def _three(name, kind="float64"):
    return _message("geometry_msgs", name, x=kind, y=kind, z=kind)


def _stamped(name, field, cls):
    return _message("geometry_msgs", name, header=_Header, **{field: cls})


Point = _three("Point")
Point32 = _three("Point32", "float32")
Vector3 = _three("Vector3")
Quaternion = _message("geometry_msgs", "Quaternion", x="float64", y="float64", z="float64", w="float64")
Pose = _message("geometry_msgs", "Pose", position=Point, orientation=Quaternion)
Pose2D = _message("geometry_msgs", "Pose2D", x="float64", y="float64", theta="float64")
Twist = _message("geometry_msgs", "Twist", linear=Vector3, angular=Vector3)
Accel = _message("geometry_msgs", "Accel", linear=Vector3, angular=Vector3)
Wrench = _message("geometry_msgs", "Wrench", force=Vector3, torque=Vector3)
Transform = _message("geometry_msgs", "Transform", translation=Vector3, rotation=Quaternion)
PointStamped = _stamped("PointStamped", "point", Point)
Vector3Stamped = _stamped("Vector3Stamped", "vector", Vector3)
QuaternionStamped = _stamped("QuaternionStamped", "quaternion", Quaternion)
PoseStamped = _stamped("PoseStamped", "pose", Pose)
TwistStamped = _stamped("TwistStamped", "twist", Twist)
AccelStamped = _stamped("AccelStamped", "accel", Accel)
WrenchStamped = _stamped("WrenchStamped", "wrench", Wrench)
TransformStamped = _message("geometry_msgs", "TransformStamped", header=_Header, child_frame_id="string",
                            transform=Transform)
