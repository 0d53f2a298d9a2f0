"""Classes of greenlets, results, errors, links, spawn_later."""
import gevent
from gevent import Greenlet
class MyGreenlet(Greenlet):
    def __init__(self, message, n):
        Greenlet.__init__(self)
        self.message = message
        self.n = n
    def _run(self):
        print(self.message)
        gevent.sleep(self.n)
        return self.message.upper()
g = MyGreenlet("Hi there!", 0.3)
g.start()
g.join()
print(g.value, g.name)
def win(): return 'You win!'
def fail(): raise Exception('You fail at failing.')
winner = gevent.spawn(win); loser = gevent.spawn(fail)
print(winner.started, loser.started)
try: gevent.joinall([winner, loser])
except Exception as e: print('This will never be reached')
print(winner.value, loser.value, winner.ready(), loser.ready(), winner.successful(), loser.successful(), loser.exception)
def cb(g): print("cb", g.value, g.exception)
w=gevent.spawn(win); w.link(cb); w.link_value(cb); w.link_exception(lambda g: print("exc"))
w.join(); print("joined"); gevent.sleep(0)
def late(): print("late")
gevent.spawn_later(0.5, late); gevent.spawn_later(0.2, print, "earlier")
gevent.sleep(1)
gevent.killall([gevent.spawn(gevent.sleep, 100) for i in range(3)])
try:
    gevent.joinall([gevent.spawn(fail)], raise_error=True)
except Exception as e: print("raised", e)

# What it prints:
#=> Hi there!
#=> HI THERE! Greenlet-0
#=> True True
#=> You win! None True True True False You fail at failing.
#=> cb You win! None
#=> cb You win! None
#=> joined
#=> earlier
#=> late
#=> raised You fail at failing.
