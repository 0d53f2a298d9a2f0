"""Messages of ROS: plain values with named fields."""
