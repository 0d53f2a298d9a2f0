"""A thousand greenlets."""
import gevent
def w(n):
    for i in range(3): gevent.sleep(0.01*(n%7))
    return n
jobs=[gevent.spawn(w,i) for i in range(1000)]
gevent.joinall(jobs); print(sum(j.value for j in jobs))

# What it prints:
#=> 499500
