# Dates, times, differences and zones.
import datetime as D
from datetime import date, datetime, time, timedelta, timezone, tzinfo


def show(function):
    try:
        print(repr(function()))
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: timedelta(1.5))  #=> datetime.timedelta(days=1, seconds=43200)
show(lambda: timedelta(days='a'))  #=> TypeError unsupported type for timedelta days component: str
show(lambda: timedelta(weeks=1,hours=-1,milliseconds=1.5))  #=> datetime.timedelta(days=6, seconds=82800, microseconds=1500)
show(lambda: (timedelta(microseconds=0.5),timedelta(microseconds=1.5),timedelta(seconds=0.1,microseconds=-0.5),timedelta(hours=1/3)))  #=> (datetime.timedelta(0), datetime.timedelta(microseconds=2), datetime.timedelta(microseconds=100000), datetime.timedelta(seconds=1200))
show(lambda: timedelta(10**10))  #=> OverflowError Python int too large to convert to C int
show(lambda: timedelta(1)*1.5)  #=> datetime.timedelta(days=1, seconds=43200)
show(lambda: timedelta(1)/3)  #=> datetime.timedelta(seconds=28800)
show(lambda: timedelta(1)//3)  #=> datetime.timedelta(seconds=28800)
show(lambda: timedelta(1)/timedelta(hours=5))  #=> 4.8
show(lambda: timedelta(1)//timedelta(hours=5))  #=> 4
show(lambda: timedelta(1)%timedelta(hours=5))  #=> datetime.timedelta(seconds=14400)
show(lambda: divmod(timedelta(1),timedelta(hours=5)))  #=> (4, datetime.timedelta(seconds=14400))
show(lambda: timedelta(1)/0)  #=> ZeroDivisionError integer division or modulo by zero
show(lambda: timedelta(1)//timedelta(0))  #=> ZeroDivisionError integer division or modulo by zero
show(lambda: (str(timedelta(-1,3,4)),str(timedelta(1)),str(timedelta(2,5)),str(timedelta(0))))  #=> ('-1 day, 0:00:03.000004', '1 day, 0:00:00', '2 days, 0:00:05', '0:00:00')
show(lambda: (repr(timedelta(0)),repr(timedelta(-1,3,4))))  #=> ('datetime.timedelta(0)', 'datetime.timedelta(days=-1, seconds=3, microseconds=4)')
show(lambda: timedelta(1)<3)  #=> TypeError '<' not supported between instances of 'datetime.timedelta' and 'int'
show(lambda: timedelta(1)==3)  #=> False
show(lambda: timedelta(1)+3)  #=> TypeError unsupported operand type(s) for +: 'datetime.timedelta' and 'int'
show(lambda: (bool(timedelta(0)),abs(timedelta(-1)),-timedelta(1),+timedelta(1)))  #=> (False, datetime.timedelta(days=1), datetime.timedelta(days=-1), datetime.timedelta(days=1))
show(lambda: (timedelta.max,timedelta.min,timedelta.resolution))  #=> (datetime.timedelta(days=999999999, seconds=86399, microseconds=999999), datetime.timedelta(days=-999999999), datetime.timedelta(microseconds=1))
show(lambda: timedelta(1).total_seconds())  #=> 86400.0
show(lambda: timedelta(float('nan')))  #=> ValueError cannot convert float NaN to integer
show(lambda: date(2024,2,30))  #=> ValueError day is out of range for month
show(lambda: date(0,1,1))  #=> ValueError year 0 is out of range
show(lambda: date(2024,13,1))  #=> ValueError month must be in 1..12
show(lambda: date(10000,1,1))  #=> ValueError year 10000 is out of range
show(lambda: date(2024,1))  #=> TypeError function missing required argument 'day' (pos 3)
show(lambda: date('a',1,1))  #=> TypeError 'str' object cannot be interpreted as an integer
show(lambda: date(2024,1,1.0))  #=> TypeError 'float' object cannot be interpreted as an integer
show(lambda: date.fromtimestamp(0))  #=> datetime.date(1970, 1, 1)
show(lambda: (date.fromordinal(1),date.fromordinal(0)))  #=> ValueError ordinal must be >= 1
show(lambda: date.fromordinal(10**9))  #=> ValueError year 2737908 is out of range
show(lambda: date.fromisoformat('2024-01-02'))  #=> datetime.date(2024, 1, 2)
show(lambda: date.fromisoformat('20240102'))  #=> datetime.date(2024, 1, 2)
show(lambda: date.fromisoformat('2024-W01-2'))  #=> datetime.date(2024, 1, 2)
show(lambda: date.fromisoformat('2024W012'))  #=> datetime.date(2024, 1, 2)
show(lambda: date.fromisoformat('2024-W01'))  #=> datetime.date(2024, 1, 1)
show(lambda: date.fromisoformat('foo'))  #=> ValueError Invalid isoformat string: 'foo'
show(lambda: date.fromisoformat('2024-1-2'))  #=> ValueError Invalid isoformat string: '2024-1-2'
show(lambda: date.fromisoformat(3))  #=> TypeError fromisoformat: argument must be str
show(lambda: date.fromisocalendar(2024,1,1))  #=> datetime.date(2024, 1, 1)
show(lambda: date.fromisocalendar(2024,54,1))  #=> ValueError Invalid week: 54
show(lambda: date.fromisocalendar(2024,1,8))  #=> ValueError Invalid day: 8 (range is [1, 7])
show(lambda: date(2024,1,2).isocalendar())  #=> datetime.IsoCalendarDate(year=2024, week=1, weekday=2)
show(lambda: date(2024,1,2).isocalendar().week)  #=> 1
show(lambda: date(2024,1,2).timetuple())  #=> time.struct_time(tm_year=2024, tm_mon=1, tm_mday=2, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=1, tm_yday=2, tm_isdst=-1)
show(lambda: (date(2024,1,2).toordinal(),date(2024,1,2).weekday(),date(2024,1,2).isoweekday(),date(2024,1,2).isoformat(),date(2024,1,2).ctime()))  #=> (738887, 1, 2, '2024-01-02', 'Tue Jan  2 00:00:00 2024')
show(lambda: date(2024,1,2).strftime('%Y %j'))  #=> '2024 002'
show(lambda: (f'{date(2024,1,2):%d/%m}',format(date(2024,1,2),'')))  #=> ('02/01', '2024-01-02')
show(lambda: date(2024,1,2).replace(day=40))  #=> ValueError day is out of range for month
show(lambda: date(2024,1,2).replace(month=5))  #=> datetime.date(2024, 5, 2)
show(lambda: date(2024,1,2)+timedelta(1,86399))  #=> datetime.date(2024, 1, 3)
show(lambda: date(2024,1,2)-date(2023,1,1))  #=> datetime.timedelta(days=366)
show(lambda: date(2024,1,2)-5)  #=> TypeError unsupported operand type(s) for -: 'datetime.date' and 'int'
show(lambda: date(2024,1,2)+5)  #=> TypeError unsupported operand type(s) for +: 'datetime.date' and 'int'
show(lambda: date(9999,12,31)+timedelta(1))  #=> OverflowError date value out of range
show(lambda: date(2024,1,2)<3)  #=> TypeError '<' not supported between instances of 'datetime.date' and 'int'
show(lambda: date(2024,1,2)==datetime(2024,1,2))  #=> False
show(lambda: date(2024,1,2)<datetime(2024,1,2))  #=> TypeError can't compare datetime.datetime to datetime.date
show(lambda: (date.min,date.max,date.resolution))  #=> (datetime.date(1, 1, 1), datetime.date(9999, 12, 31), datetime.timedelta(days=1))
show(lambda: time(25))  #=> ValueError hour must be in 0..23
show(lambda: time(1,60))  #=> ValueError minute must be in 0..59
show(lambda: time(1,2,3,4,timezone.utc))  #=> datetime.time(1, 2, 3, 4, tzinfo=datetime.timezone.utc)
show(lambda: time(1,fold=2))  #=> ValueError fold must be either 0 or 1
show(lambda: (repr(time(1)),repr(time(1,2,3)),repr(time(1,2,3,4)),repr(time(1,fold=1)),str(time(1,2))))  #=> ('datetime.time(1, 0)', 'datetime.time(1, 2, 3)', 'datetime.time(1, 2, 3, 4)', 'datetime.time(1, 0, fold=1)', '01:02:00')
show(lambda: time(1,2,3).isoformat('hours'))  #=> '01'
show(lambda: time(1,2,3).isoformat('foo'))  #=> ValueError Unknown timespec value
show(lambda: (time.fromisoformat('04:23:01'),time.fromisoformat('T04'),time.fromisoformat('0423'),time.fromisoformat('04:23:01.5'),time.fromisoformat('04:23:01,123456789'),time.fromisoformat('04:23:01Z'),time.fromisoformat('04:23:01+04:30')))  #=> (datetime.time(4, 23, 1), datetime.time(4, 0), datetime.time(4, 23), datetime.time(4, 23, 1, 500000), datetime.time(4, 23, 1, 123456), datetime.time(4, 23, 1, tzinfo=datetime.timezone.utc), datetime.time(4, 23, 1, tzinfo=datetime.timezone(datetime.timedelta(seconds=16200))))
show(lambda: time.fromisoformat('4:23'))  #=> ValueError Invalid isoformat string: '4:23'
show(lambda: time.fromisoformat('04:23:61'))  #=> ValueError second must be in 0..59
show(lambda: time.fromisoformat(''))  #=> ValueError Invalid isoformat string: ''
show(lambda: time.fromisoformat('04:23:01+25:00'))  #=> ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1, seconds=3600).
show(lambda: (time(1)<time(2),time(1)==time(1,tzinfo=timezone.utc)))  #=> (True, False)
show(lambda: time(1)<time(1,tzinfo=timezone.utc))  #=> TypeError can't compare offset-naive and offset-aware times
show(lambda: (bool(time(0)),hash(time(1))==hash(time(1))))  #=> (True, True)
show(lambda: (time(1).utcoffset(),time(1,tzinfo=timezone.utc).utcoffset(),time(1,tzinfo=timezone.utc).tzname()))  #=> (None, datetime.timedelta(0), 'UTC')
show(lambda: (time(1,2).replace(hour=5),time(1).strftime('%H:%M %p')))  #=> (datetime.time(5, 2), '01:00 AM')
show(lambda: time(1)+timedelta(1))  #=> TypeError unsupported operand type(s) for +: 'datetime.time' and 'datetime.timedelta'
show(lambda: datetime(2024,1,2))  #=> datetime.datetime(2024, 1, 2, 0, 0)
show(lambda: datetime(2024,1,2,3,4,5,6))  #=> datetime.datetime(2024, 1, 2, 3, 4, 5, 6)
show(lambda: datetime(2024,1,2,3,tzinfo=timezone.utc))  #=> datetime.datetime(2024, 1, 2, 3, 0, tzinfo=datetime.timezone.utc)
show(lambda: datetime(2024,1,2,25))  #=> ValueError hour must be in 0..23
show(lambda: datetime(2024))  #=> TypeError function missing required argument 'month' (pos 2)
show(lambda: datetime(2024,1,2,tzinfo=3))  #=> TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
show(lambda: (str(datetime(2024,1,2,3,4,5,6)),str(datetime(2024,1,2,tzinfo=timezone(timedelta(hours=-5,minutes=-30))))))  #=> ('2024-01-02 03:04:05.000006', '2024-01-02 00:00:00-05:30')
show(lambda: (datetime(2024,1,2,3,4,5).isoformat(' ','minutes'),datetime(2024,1,2).isoformat(timespec='milliseconds')))  #=> ('2024-01-02 03:04', '2024-01-02T00:00:00.000')
show(lambda: (datetime.fromtimestamp(1.5),datetime.utcfromtimestamp(1.5),datetime.fromtimestamp(0,timezone.utc)))  #=> (datetime.datetime(1970, 1, 1, 0, 0, 1, 500000), datetime.datetime(1970, 1, 1, 0, 0, 1, 500000), datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.timezone.utc))
show(lambda: datetime.fromtimestamp(1e20))  #=> OverflowError timestamp out of range for platform time_t
show(lambda: datetime.fromtimestamp(-1))  #=> datetime.datetime(1969, 12, 31, 23, 59, 59)
show(lambda: (datetime.fromisoformat('2024-01-02T03:04:05.678+02:00'),datetime.fromisoformat('2024-01-02'),datetime.fromisoformat('2024-01-02 03:04'),datetime.fromisoformat('20240102T030405'),datetime.fromisoformat('2024-01-02T03:04:05Z')))  #=> (datetime.datetime(2024, 1, 2, 3, 4, 5, 678000, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200))), datetime.datetime(2024, 1, 2, 0, 0), datetime.datetime(2024, 1, 2, 3, 4), datetime.datetime(2024, 1, 2, 3, 4, 5), datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc))
show(lambda: datetime.fromisoformat('2024-01-02T'))  #=> ValueError Invalid isoformat string: '2024-01-02T'
show(lambda: datetime.fromisoformat('foo'))  #=> ValueError Invalid isoformat string: 'foo'
show(lambda: datetime.fromisoformat('2024-13-02'))  #=> ValueError month must be in 1..12
show(lambda: datetime.fromisoformat('2024-01-02T25:00'))  #=> ValueError hour must be in 0..23
show(lambda: datetime.combine(date(2024,1,2),time(3)))  #=> datetime.datetime(2024, 1, 2, 3, 0)
show(lambda: datetime.combine(1,2))  #=> TypeError combine() argument 1 must be datetime.date, not int
show(lambda: (datetime(2024,1,2).timestamp(),datetime(2024,1,2,tzinfo=timezone.utc).timestamp()))  #=> (1704153600.0, 1704153600.0)
show(lambda: (datetime(2024,1,2,3).date(),datetime(2024,1,2,3).time(),datetime(2024,1,2,3,tzinfo=timezone.utc).timetz()))  #=> (datetime.date(2024, 1, 2), datetime.time(3, 0), datetime.time(3, 0, tzinfo=datetime.timezone.utc))
show(lambda: datetime(2024,1,2,3).timetuple())  #=> time.struct_time(tm_year=2024, tm_mon=1, tm_mday=2, tm_hour=3, tm_min=0, tm_sec=0, tm_wday=1, tm_yday=2, tm_isdst=-1)
show(lambda: datetime(2024,1,2,3).utctimetuple())  #=> time.struct_time(tm_year=2024, tm_mon=1, tm_mday=2, tm_hour=3, tm_min=0, tm_sec=0, tm_wday=1, tm_yday=2, tm_isdst=0)
show(lambda: (datetime(2024,1,2,3).astimezone(timezone.utc),datetime(2024,1,2,3,tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=2)))))  #=> (datetime.datetime(2024, 1, 2, 3, 0, tzinfo=datetime.timezone.utc), datetime.datetime(2024, 1, 2, 5, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200))))
show(lambda: datetime(2024,1,2)-datetime(2024,1,1,5))  #=> datetime.timedelta(seconds=68400)
show(lambda: datetime(2024,1,2)-datetime(2024,1,2,tzinfo=timezone.utc))  #=> TypeError can't subtract offset-naive and offset-aware datetimes
show(lambda: datetime(2024,1,2)<datetime(2024,1,2,tzinfo=timezone.utc))  #=> TypeError can't compare offset-naive and offset-aware datetimes
show(lambda: datetime(2024,1,2)==datetime(2024,1,2,tzinfo=timezone.utc))  #=> False
show(lambda: datetime(2024,1,2)<date(2024,1,2))  #=> TypeError can't compare datetime.datetime to datetime.date
show(lambda: (datetime(2024,1,2)+timedelta(hours=1.5),timedelta(1)+datetime(2024,1,2),datetime(2024,1,2)-timedelta(1)))  #=> (datetime.datetime(2024, 1, 2, 1, 30), datetime.datetime(2024, 1, 3, 0, 0), datetime.datetime(2024, 1, 1, 0, 0))
show(lambda: datetime.strptime('2024-01-02 03:04:05.5','%Y-%m-%d %H:%M:%S.%f'))  #=> datetime.datetime(2024, 1, 2, 3, 4, 5, 500000)
show(lambda: datetime.strptime('x','%Y'))  #=> ValueError time data 'x' does not match format '%Y'
show(lambda: datetime.strptime('2024 x','%Y'))  #=> ValueError unconverted data remains:  x
show(lambda: datetime.strptime('2024','%Q'))  #=> ValueError 'Q' is a bad directive in format '%Q'
show(lambda: datetime.strptime('2024','%'))  #=> ValueError stray % in format '%'
show(lambda: (datetime.strptime('Jan 5 24 1PM','%b %d %y %I%p'),datetime.strptime('+0200','%z'),datetime.strptime('Monday','%A'),datetime.strptime('2024-366','%Y-%j'),datetime.strptime('UTC','%Z'),datetime.strptime('2024 10 1','%Y %U %w'),datetime.strptime('2024 10 1','%G %V %u')))  #=> (datetime.datetime(2024, 1, 5, 13, 0), datetime.datetime(1900, 1, 1, 0, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200))), datetime.datetime(1900, 1, 1, 0, 0), datetime.datetime(2024, 12, 31, 0, 0), datetime.datetime(1900, 1, 1, 0, 0), datetime.datetime(2024, 3, 11, 0, 0), datetime.datetime(2024, 3, 4, 0, 0))
show(lambda: datetime.strptime('31/02/2024','%d/%m/%Y'))  #=> ValueError day is out of range for month
show(lambda: (datetime(2024,1,2).strftime('%A %a %B %b %c %x %X %f %z %Z %U %W %V %G %u %w %y %I %p %%'),datetime(2024,1,2,tzinfo=timezone.utc).strftime('%z %Z')))  #=> ('Tuesday Tue January Jan Tue Jan  2 00:00:00 2024 01/02/24 00:00:00 000000   00 01 01 2024 2 2 24 12 AM %', '+0000 UTC')
show(lambda: (f'{datetime(2024,1,2):%H}',f'{datetime(2024,1,2)}'))  #=> ('00', '2024-01-02 00:00:00')
show(lambda: (datetime(2024,1,2).ctime(),datetime(2024,1,2).isocalendar(),datetime(2024,1,2).dst()))  #=> ('Tue Jan  2 00:00:00 2024', datetime.IsoCalendarDate(year=2024, week=1, weekday=2), None)
show(lambda: (datetime.min,datetime.max,datetime.resolution))  #=> (datetime.datetime(1, 1, 1, 0, 0), datetime.datetime(9999, 12, 31, 23, 59, 59, 999999), datetime.timedelta(microseconds=1))
show(lambda: datetime(9999,12,31)+timedelta(1))  #=> OverflowError date value out of range
show(lambda: (timezone.utc,timezone(timedelta(0)),timezone(timedelta(hours=1)),timezone(timedelta(hours=1),'X'),str(timezone(timedelta(hours=1))),timezone(timedelta(seconds=3661))))  #=> (datetime.timezone.utc, datetime.timezone.utc, datetime.timezone(datetime.timedelta(seconds=3600)), datetime.timezone(datetime.timedelta(seconds=3600), 'X'), 'UTC+01:00', datetime.timezone(datetime.timedelta(seconds=3661)))
show(lambda: timezone(timedelta(hours=24)))  #=> ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1).
show(lambda: timezone(3))  #=> TypeError timezone() argument 1 must be datetime.timedelta, not int
show(lambda: (timezone.utc.utcoffset(None),timezone.utc.tzname(None),timezone.utc.dst(None),timezone.utc==timezone(timedelta(0)),timezone.min,timezone.max))  #=> (datetime.timedelta(0), 'UTC', None, True, datetime.timezone(datetime.timedelta(days=-1, seconds=60)), datetime.timezone(datetime.timedelta(seconds=86340)))
show(lambda: timezone.utc.utcoffset(3))  #=> TypeError utcoffset(dt) argument must be a datetime instance or None, not int
show(lambda: timezone.utc.fromutc(datetime(2024,1,1)))  #=> ValueError fromutc: dt.tzinfo is not self
show(lambda: tzinfo().utcoffset(None))  #=> NotImplementedError a tzinfo subclass must implement utcoffset()
show(lambda: tzinfo().tzname(None))  #=> NotImplementedError a tzinfo subclass must implement tzname()
show(lambda: (D.UTC,D.MINYEAR,D.MAXYEAR))  #=> (datetime.timezone.utc, 1, 9999)
show(lambda: datetime.now(3))  #=> TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
show(lambda: timedelta(1).__reduce__())  #=> (<class 'datetime.timedelta'>, (1, 0, 0))
show(lambda: datetime.__mro__)  #=> (<class 'datetime.datetime'>, <class 'datetime.date'>, <class 'object'>)
show(lambda: datetime(2024,1,2,3,4,5).replace(year=2020,tzinfo=timezone.utc,fold=1))  #=> datetime.datetime(2020, 1, 2, 3, 4, 5, fold=1, tzinfo=datetime.timezone.utc)
show(lambda: hash(datetime(2024,1,2,tzinfo=timezone.utc))==hash(datetime(2024,1,2,1,tzinfo=timezone(timedelta(hours=1)))))  #=> True
show(lambda: datetime(2024,1,2,3)==3)  #=> False
show(lambda: date(2024,1,2).year)  #=> 2024
show(lambda: datetime.fromisoformat('2024-01-02T03:04:05.1234567'))  #=> datetime.datetime(2024, 1, 2, 3, 4, 5, 123456)
show(lambda: datetime.fromisoformat('2024-W01-2T10'))  #=> datetime.datetime(2024, 1, 2, 10, 0)

import time as T

moment = datetime(2023, 3, 4, 15, 6, 7)
for layout in ("%Y-%m-%d", "%d %b %Y", "%c", "%x %X", "%H:%M:%S", "%j", "%a", "%%", "%I:%M %p", "%B %d, %y"):
    text = moment.strftime(layout)
    print(text, datetime.strptime(text, layout), tuple(T.strptime(text, layout)))
#=> 2023-03-04 2023-03-04 00:00:00 (2023, 3, 4, 0, 0, 0, 5, 63, -1)
#=> 04 Mar 2023 2023-03-04 00:00:00 (2023, 3, 4, 0, 0, 0, 5, 63, -1)
#=> Sat Mar  4 15:06:07 2023 2023-03-04 15:06:07 (2023, 3, 4, 15, 6, 7, 5, 63, -1)
#=> 03/04/23 15:06:07 2023-03-04 15:06:07 (2023, 3, 4, 15, 6, 7, 5, 63, -1)
#=> 15:06:07 1900-01-01 15:06:07 (1900, 1, 1, 15, 6, 7, 0, 1, -1)
#=> 063 1900-03-04 00:00:00 (1900, 3, 4, 0, 0, 0, 6, 63, -1)
#=> Sat 1900-01-01 00:00:00 (1900, 1, 1, 0, 0, 0, 5, 1, -1)
#=> % 1900-01-01 00:00:00 (1900, 1, 1, 0, 0, 0, 0, 1, -1)
#=> 03:06 PM 1900-01-01 15:06:00 (1900, 1, 1, 15, 6, 0, 0, 1, -1)
#=> March 04, 23 2023-03-04 00:00:00 (2023, 3, 4, 0, 0, 0, 5, 63, -1)
for year in range(2000, 2030, 3):
    for month, day in ((1, 1), (12, 31), (2, 28), (6, 15)):
        each = date(year, month, day)
        print(each, each.isocalendar(), each.weekday(), each.toordinal(), date.fromordinal(each.toordinal()) == each, each.strftime("%U %W %V %j %u"))
#=> 2000-01-01 datetime.IsoCalendarDate(year=1999, week=52, weekday=6) 5 730120 True 00 00 52 001 6
#=> 2000-12-31 datetime.IsoCalendarDate(year=2000, week=52, weekday=7) 6 730485 True 53 52 52 366 7
#=> 2000-02-28 datetime.IsoCalendarDate(year=2000, week=9, weekday=1) 0 730178 True 09 09 09 059 1
#=> 2000-06-15 datetime.IsoCalendarDate(year=2000, week=24, weekday=4) 3 730286 True 24 24 24 167 4
#=> 2003-01-01 datetime.IsoCalendarDate(year=2003, week=1, weekday=3) 2 731216 True 00 00 01 001 3
#=> 2003-12-31 datetime.IsoCalendarDate(year=2004, week=1, weekday=3) 2 731580 True 52 52 01 365 3
#=> 2003-02-28 datetime.IsoCalendarDate(year=2003, week=9, weekday=5) 4 731274 True 08 08 09 059 5
#=> 2003-06-15 datetime.IsoCalendarDate(year=2003, week=24, weekday=7) 6 731381 True 24 23 24 166 7
#=> 2006-01-01 datetime.IsoCalendarDate(year=2005, week=52, weekday=7) 6 732312 True 01 00 52 001 7
#=> 2006-12-31 datetime.IsoCalendarDate(year=2006, week=52, weekday=7) 6 732676 True 53 52 52 365 7
#=> 2006-02-28 datetime.IsoCalendarDate(year=2006, week=9, weekday=2) 1 732370 True 09 09 09 059 2
#=> 2006-06-15 datetime.IsoCalendarDate(year=2006, week=24, weekday=4) 3 732477 True 24 24 24 166 4
#=> 2009-01-01 datetime.IsoCalendarDate(year=2009, week=1, weekday=4) 3 733408 True 00 00 01 001 4
#=> 2009-12-31 datetime.IsoCalendarDate(year=2009, week=53, weekday=4) 3 733772 True 52 52 53 365 4
#=> 2009-02-28 datetime.IsoCalendarDate(year=2009, week=9, weekday=6) 5 733466 True 08 08 09 059 6
#=> 2009-06-15 datetime.IsoCalendarDate(year=2009, week=25, weekday=1) 0 733573 True 24 24 25 166 1
#=> 2012-01-01 datetime.IsoCalendarDate(year=2011, week=52, weekday=7) 6 734503 True 01 00 52 001 7
#=> 2012-12-31 datetime.IsoCalendarDate(year=2013, week=1, weekday=1) 0 734868 True 53 53 01 366 1
#=> 2012-02-28 datetime.IsoCalendarDate(year=2012, week=9, weekday=2) 1 734561 True 09 09 09 059 2
#=> 2012-06-15 datetime.IsoCalendarDate(year=2012, week=24, weekday=5) 4 734669 True 24 24 24 167 5
#=> 2015-01-01 datetime.IsoCalendarDate(year=2015, week=1, weekday=4) 3 735599 True 00 00 01 001 4
#=> 2015-12-31 datetime.IsoCalendarDate(year=2015, week=53, weekday=4) 3 735963 True 52 52 53 365 4
#=> 2015-02-28 datetime.IsoCalendarDate(year=2015, week=9, weekday=6) 5 735657 True 08 08 09 059 6
#=> 2015-06-15 datetime.IsoCalendarDate(year=2015, week=25, weekday=1) 0 735764 True 24 24 25 166 1
#=> 2018-01-01 datetime.IsoCalendarDate(year=2018, week=1, weekday=1) 0 736695 True 00 01 01 001 1
#=> 2018-12-31 datetime.IsoCalendarDate(year=2019, week=1, weekday=1) 0 737059 True 52 53 01 365 1
#=> 2018-02-28 datetime.IsoCalendarDate(year=2018, week=9, weekday=3) 2 736753 True 08 09 09 059 3
#=> 2018-06-15 datetime.IsoCalendarDate(year=2018, week=24, weekday=5) 4 736860 True 23 24 24 166 5
#=> 2021-01-01 datetime.IsoCalendarDate(year=2020, week=53, weekday=5) 4 737791 True 00 00 53 001 5
#=> 2021-12-31 datetime.IsoCalendarDate(year=2021, week=52, weekday=5) 4 738155 True 52 52 52 365 5
#=> 2021-02-28 datetime.IsoCalendarDate(year=2021, week=8, weekday=7) 6 737849 True 09 08 08 059 7
#=> 2021-06-15 datetime.IsoCalendarDate(year=2021, week=24, weekday=2) 1 737956 True 24 24 24 166 2
#=> 2024-01-01 datetime.IsoCalendarDate(year=2024, week=1, weekday=1) 0 738886 True 00 01 01 001 1
#=> 2024-12-31 datetime.IsoCalendarDate(year=2025, week=1, weekday=2) 1 739251 True 52 53 01 366 2
#=> 2024-02-28 datetime.IsoCalendarDate(year=2024, week=9, weekday=3) 2 738944 True 08 09 09 059 3
#=> 2024-06-15 datetime.IsoCalendarDate(year=2024, week=24, weekday=6) 5 739052 True 23 24 24 167 6
#=> 2027-01-01 datetime.IsoCalendarDate(year=2026, week=53, weekday=5) 4 739982 True 00 00 53 001 5
#=> 2027-12-31 datetime.IsoCalendarDate(year=2027, week=52, weekday=5) 4 740346 True 52 52 52 365 5
#=> 2027-02-28 datetime.IsoCalendarDate(year=2027, week=8, weekday=7) 6 740040 True 09 08 08 059 7
#=> 2027-06-15 datetime.IsoCalendarDate(year=2027, week=24, weekday=2) 1 740147 True 24 24 24 166 2


class Zone(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=2)

    def dst(self, dt):
        return timedelta(hours=1)

    def tzname(self, dt):
        return "ZONE"


here = datetime(2024, 6, 1, 12, tzinfo=Zone())
print(here, here.utcoffset(), here.dst(), here.tzname(), here.astimezone(timezone.utc), here.strftime("%Z %z"))  #=> 2024-06-01 12:00:00+02:00 2:00:00 1:00:00 ZONE 2024-06-01 10:00:00+00:00 ZONE +0200
print(here.timetuple().tm_isdst, here.utctimetuple().tm_hour, datetime(2024, 6, 1, 12, tzinfo=timezone.utc).astimezone(here.tzinfo))  #=> 1 10 2024-06-01 14:00:00+02:00


class Day(date):
    def next(self):
        return self + timedelta(1)


print(type(Day(2024, 1, 1).next()).__name__, Day.today().__class__.__name__, Day(2024, 1, 1).replace(day=5))  #=> Day Day 2024-01-05
print(sorted([timedelta(2), timedelta(1)]), max(date(2024, 1, 1), date(2023, 1, 1)), {date(2024, 1, 1): 1}[date(2024, 1, 1)])  #=> [datetime.timedelta(days=1), datetime.timedelta(days=2)] 2024-01-01 1
print(sum([timedelta(1), timedelta(2)], timedelta()), timedelta(days=1, hours=2) // timedelta(minutes=7))  #=> 3 days, 0:00:00 222
