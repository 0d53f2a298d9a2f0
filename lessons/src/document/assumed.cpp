#include "document/assumed.h"

#include <algorithm>
#include <array>
#include <span>

#include "run/modules.h"

namespace loopline::lessons {
namespace {

struct Export {
  std::string_view module;
  std::string_view names;  ///< with a space on each side
};
constexpr std::array<Export, 24> exports{{
    {"asyncio",
     " gather create_task ensure_future wait_for as_completed get_event_loop new_event_loop set_event_loop "
     "get_running_loop run_coroutine_threadsafe iscoroutinefunction iscoroutine CancelledError TaskGroup shield "
     "to_thread open_connection start_server create_subprocess_exec create_subprocess_shell "},
    {"aiohttp", " ClientSession ClientTimeout ClientError TCPConnector web "},
    {"httpx", " AsyncClient "},
    {"requests", " HTTPError "},
    {"time", " perf_counter monotonic time_ns process_time "},
    {"datetime", " timedelta timezone "},
    {"random", " randint randrange uniform shuffle "},
    {"typing",
     " Any AsyncGenerator AsyncIterator Awaitable Callable Coroutine Dict Generator Generic Iterable Iterator List "
     "Literal NamedTuple NoReturn Optional Protocol Sequence Set Tuple Type TypeVar Union TYPE_CHECKING cast "},
    {"collections", " defaultdict deque namedtuple Counter OrderedDict "},
    {"dataclasses", " dataclass field "},
    {"bisect", " bisect_left bisect_right insort "},
    {"functools", " partial wraps lru_cache reduce "},
    {"itertools", " chain islice "},
    {"contextlib", " contextmanager asynccontextmanager suppress AsyncExitStack ExitStack "},
    {"contextvars", " ContextVar "},
    {"enum", " Enum IntEnum "},
    {"abc", " ABC abstractmethod "},
    {"pathlib", " Path "},
    {"threading", " Thread "},
    {"concurrent.futures", " ThreadPoolExecutor ProcessPoolExecutor "},
    {"urllib.request", " urlopen "},
    {"urllib.error", " URLError "},
    {"volttron.platform.vip.agent", " Agent Core PubSub RPC "},
    {"twisted.internet.defer", " inlineCallbacks returnValue Deferred DeferredList maybeDeferred "},
}};
constexpr std::array<Export, 8> more_exports{{
    {"twisted.internet", " reactor defer "},
    {"axros", " NodeHandle "},
    {"geometry_msgs.msg", " Point PointStamped Pose PoseStamped Quaternion Twist Vector3 Wrench "},
    {"std_msgs.msg", " Float32 Float64 Int32 Header "},
    {"email.mime.text", " MIMEText "},
    {"email.message", " EmailMessage "},
    {"flask", " Flask jsonify "},
    {"signal", " SIGINT SIGTERM "},
}};

// Modules whose names are words that programs use for things of their own: taken for the module only when asked for
// what it has.
struct Word {
  std::string_view module;
  std::string_view attributes;
};
constexpr std::array<Word, 16> words{{
    {"queue", " Queue LifoQueue PriorityQueue SimpleQueue Empty Full "},
    {"string", " ascii_letters ascii_lowercase ascii_uppercase digits punctuation Template "},
    {"types", " coroutine SimpleNamespace FunctionType CoroutineType "},
    {"copy", " copy deepcopy "},
    {"signal", " signal SIGINT SIGTERM Signals alarm "},
    {"select", " select poll epoll "},
    {"operator", " itemgetter attrgetter "},
    {"html", " escape unescape "},
    {"email", " message mime "},
    {"platform", " system python_version "},
    {"resource", " getrusage "},
    {"statistics", " mean median stdev "},
    {"calendar", " month "},
    {"test", " "},
    {"code", " "},
    {"profile", " run "},
}};

bool has_word(std::string_view list, std::string_view word) {
  return list.find(" " + std::string(word) + " ") != std::string_view::npos;
}

bool is_used_as_module(const std::string& name, const Use& how) {
  const auto word = std::find_if(words.begin(), words.end(), [&](const Word& each) { return each.module == name; });
  if (word == words.end()) return true;
  return !how.is_bare && std::all_of(how.attributes.begin(), how.attributes.end(),
                                     [&](const std::string& each) { return has_word(word->attributes, each); });
}

std::optional<std::string> from(std::string_view module, const std::string& name) {
  if (!run::has_module(module)) return std::nullopt;
  return "from " + std::string(module) + " import " + name;
}

// Python 2's names of what Python 3 has under another.
struct Renamed {
  std::string_view old;
  std::string_view now;
};
constexpr std::array<Renamed, 7> renamed{{{"xrange", "range"},
                                          {"raw_input", "input"},
                                          {"unicode", "str"},
                                          {"basestring", "str"},
                                          {"long", "int"},
                                          {"unichr", "chr"},
                                          {"izip", "zip"}}};

// Names that mean one thing or another by how they are used.
std::optional<std::string> by_use(const std::string& name, const Use& how) {
  if (name == "sleep") return from(how.is_awaited ? "asyncio" : "time", name);
  if ((name == "Queue" || name == "Lock" || name == "Event" || name == "Semaphore") && how.is_awaited) {
    return from("asyncio", name);
  }
  if (name == "datetime" && (how.attributes.contains("now") || how.attributes.contains("utcnow"))) {
    return from("datetime", name);
  }
  // A web application that a text calls `app` without making it.
  if (name == "app" && how.attributes.contains("route") && run::has_module("flask")) {
    return "import flask; app = flask.Flask(__name__)";
  }
  return std::nullopt;
}

std::optional<std::string> known_export(std::span<const Export> all, const std::string& name) {
  for (const Export& each : all) {
    if (has_word(each.names, name)) {
      if (std::optional<std::string> statement = from(each.module, name)) return statement;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> assumed_import(const std::string& name, const Use& how) {
  if (std::optional<std::string> statement = by_use(name, how)) return statement;
  for (const Renamed& each : renamed) {
    if (each.old == name) return name + " = " + std::string(each.now);
  }
  if (!name.starts_with('_') && run::has_module(name) && is_used_as_module(name, how)) return "import " + name;
  if (std::optional<std::string> statement = known_export(exports, name)) return statement;
  return known_export(more_exports, name);
}

}  // namespace loopline::lessons
