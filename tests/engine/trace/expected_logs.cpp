#include "expected_logs.h"

namespace loopline::test {

const std::string_view kBlockingLog = R"log({"t":0.0,"iter":0,"ev":"task_new","task":"Task-1","coro":"main","by":null}
{"t":0.0,"iter":1,"ev":"iter"}
{"t":0.0,"iter":1,"ev":"run","kind":"task_step","task":"Task-1"}
{"t":0.0,"iter":1,"ev":"task_new","task":"Task-2","coro":"ticker","by":"Task-1"}
{"t":0.0,"iter":1,"ev":"task_new","task":"Task-3","coro":"blocking","by":"Task-1"}
{"t":0.0,"iter":2,"ev":"iter"}
{"t":0.0,"iter":2,"ev":"run","kind":"task_step","task":"Task-2"}
{"t":0.0,"iter":2,"ev":"out","text":"[0.0] tick 0","task":"Task-2"}
{"t":0.0,"iter":2,"ev":"run","kind":"task_step","task":"Task-3"}
{"t":0.100001,"iter":3,"ev":"iter"}
{"t":0.100001,"iter":3,"ev":"run","kind":"timer","cb":"sleep"}
{"t":0.100001,"iter":4,"ev":"iter"}
{"t":0.100001,"iter":4,"ev":"run","kind":"task_wakeup","task":"Task-2"}
{"t":0.100001,"iter":4,"ev":"out","text":"[0.1] tick 1","task":"Task-2"}
{"t":0.170001,"iter":5,"ev":"iter"}
{"t":0.170001,"iter":5,"ev":"run","kind":"timer","cb":"sleep"}
{"t":0.170001,"iter":6,"ev":"iter"}
{"t":0.170001,"iter":6,"ev":"run","kind":"task_wakeup","task":"Task-3"}
{"t":0.170001,"iter":6,"ev":"out","text":"[0.2] blocking starts","task":"Task-3"}
{"t":0.170001,"iter":6,"ev":"block","dur":0.4,"task":"Task-3"}
{"t":0.570002,"iter":6,"ev":"out","text":"[0.6] blocking ends","task":"Task-3"}
{"t":0.570002,"iter":6,"ev":"task_done","task":"Task-3","how":"result","value":"None"}
{"t":0.570002,"iter":7,"ev":"iter"}
{"t":0.570002,"iter":7,"ev":"run","kind":"future_cb","cb":"gather.child_done"}
{"t":0.570002,"iter":7,"ev":"run","kind":"timer","cb":"sleep"}
{"t":0.570002,"iter":8,"ev":"iter"}
{"t":0.570002,"iter":8,"ev":"run","kind":"task_wakeup","task":"Task-2"}
{"t":0.570002,"iter":8,"ev":"out","text":"[0.6] tick 2","task":"Task-2"}
{"t":0.670003,"iter":9,"ev":"iter"}
{"t":0.670003,"iter":9,"ev":"run","kind":"timer","cb":"sleep"}
{"t":0.670003,"iter":10,"ev":"iter"}
{"t":0.670003,"iter":10,"ev":"run","kind":"task_wakeup","task":"Task-2"}
{"t":0.670003,"iter":10,"ev":"out","text":"[0.7] tick 3","task":"Task-2"}
{"t":0.770004,"iter":11,"ev":"iter"}
{"t":0.770004,"iter":11,"ev":"run","kind":"timer","cb":"sleep"}
{"t":0.770004,"iter":12,"ev":"iter"}
{"t":0.770004,"iter":12,"ev":"run","kind":"task_wakeup","task":"Task-2"}
{"t":0.770004,"iter":12,"ev":"task_done","task":"Task-2","how":"result","value":"None"}
{"t":0.770004,"iter":13,"ev":"iter"}
{"t":0.770004,"iter":13,"ev":"run","kind":"future_cb","cb":"gather.child_done"}
{"t":0.770004,"iter":14,"ev":"iter"}
{"t":0.770004,"iter":14,"ev":"run","kind":"task_wakeup","task":"Task-1"}
{"t":0.770004,"iter":14,"ev":"task_done","task":"Task-1","how":"result","value":"None"}
{"t":0.770004,"iter":15,"ev":"iter"}
{"t":0.770004,"iter":15,"ev":"run","kind":"future_cb","cb":"run_until_complete.done"}
{"t":0.770004,"iter":15,"ev":"task_new","task":"Task-4","coro":"loop.shutdown_asyncgens","by":null}
{"t":0.770004,"iter":16,"ev":"iter"}
{"t":0.770004,"iter":16,"ev":"run","kind":"task_step","task":"Task-4"}
{"t":0.770004,"iter":16,"ev":"task_done","task":"Task-4","how":"result","value":"None"}
{"t":0.770004,"iter":17,"ev":"iter"}
{"t":0.770004,"iter":17,"ev":"run","kind":"future_cb","cb":"run_until_complete.done"}
{"t":0.770004,"iter":17,"ev":"task_new","task":"Task-5","coro":"loop.shutdown_default_executor","by":null}
{"t":0.770004,"iter":18,"ev":"iter"}
{"t":0.770004,"iter":18,"ev":"run","kind":"task_step","task":"Task-5"}
{"t":0.770004,"iter":18,"ev":"task_done","task":"Task-5","how":"result","value":"None"}
{"t":0.770004,"iter":19,"ev":"iter"}
{"t":0.770004,"iter":19,"ev":"run","kind":"future_cb","cb":"run_until_complete.done"}
{"t":0.770004,"iter":19,"ev":"main_end","how":"ok"}
{"t":0.770004,"iter":19,"ev":"end"}
)log";

const std::string_view kLockLog = R"log({"t":0.0,"iter":0,"ev":"task_new","task":"Task-1","coro":"main","by":null}
{"t":0.0,"iter":1,"ev":"iter"}
{"t":0.0,"iter":1,"ev":"run","kind":"task_step","task":"Task-1"}
{"t":0.0,"iter":1,"ev":"task_new","task":"Task-2","coro":"grab","by":"Task-1"}
{"t":0.0,"iter":1,"ev":"task_new","task":"Task-3","coro":"grab","by":"Task-1"}
{"t":0.0,"iter":2,"ev":"iter"}
{"t":0.0,"iter":2,"ev":"run","kind":"task_step","task":"Task-2"}
{"t":0.0,"iter":2,"ev":"out","text":"left has one lock","task":"Task-2"}
{"t":0.0,"iter":2,"ev":"run","kind":"task_step","task":"Task-3"}
{"t":0.0,"iter":2,"ev":"out","text":"right has one lock","task":"Task-3"}
{"t":0.100001,"iter":3,"ev":"iter"}
{"t":0.100001,"iter":3,"ev":"run","kind":"timer","cb":"sleep"}
{"t":0.100001,"iter":3,"ev":"run","kind":"timer","cb":"sleep"}
{"t":0.100001,"iter":4,"ev":"iter"}
{"t":0.100001,"iter":4,"ev":"run","kind":"task_wakeup","task":"Task-2"}
{"t":0.100001,"iter":4,"ev":"run","kind":"task_wakeup","task":"Task-3"}
{"t":1.000001,"iter":5,"ev":"iter"}
{"t":1.000001,"iter":5,"ev":"run","kind":"timer","cb":"wait_for"}
{"t":1.000001,"iter":6,"ev":"iter"}
{"t":1.000001,"iter":6,"ev":"run","kind":"task_wakeup","task":"Task-1"}
{"t":1.000001,"iter":6,"ev":"end"}
)log";

const std::string_view kNamesLog = R"log({"t":0.0,"iter":0,"ev":"task_new","task":"later","coro":"main","by":null}
{"t":5e-09,"iter":0,"ev":"task_new","task":"fresh","coro":"child","by":"boss"}
{"t":5e-09,"iter":0,"ev":"out","text":"x","task":"later"}
)log";

std::string other_lines_log() {
  return R"log({"t":0.0,"iter":0,"ev":"warn","kind":"never_awaited","task":null,"value":"sleep"}
{"t":0.0,"iter":0,"ev":"warn","kind":"destroyed_pending","task":null}
{"t":0.0,"iter":0,"ev":"warn","kind":"slow_callback","task":null,"value":0.250001}
{"t":0.0,"iter":0,"ev":"warn","kind":"DeprecationWarning","task":null,"value":"There is no current event loop"}
{"t":0.0,"iter":0,"ev":"err","text":"tab\t\"quoted\" \\ zoë \u0001 � end","task":null}
{"t":0.0,"iter":0,"ev":"block","dur":0.1,"task":null,"thread":"Thread-1 (producer)"}
{"t":1.5,"iter":0,"ev":"run","kind":"future_cb","cb":"print"}
{"t":1.5,"iter":0,"ev":"task_done","task":"Task-7","how":"exception","value":"ValueError()log" +
         std::string(109, 'x') + R"log(…"}
{"t":1.5,"iter":0,"ev":"task_done","task":"Task-8","how":"cancelled"}
{"t":1.5,"iter":0,"ev":"main_end","how":"exception","text":"KeyError: 'b'"}
{"t":1.5,"iter":0,"ev":"limit","what":"events"}
{"t":1.5,"iter":0,"ev":"deadlock"}
)log";
}

const std::string_view kPrintedLog = R"log({"t":1.5,"ev":"main_end","how":"exception","text":"KeyError: 'b'"}
{"t":1.5,"ev":"limit","what":"events"}
{"t":1.5,"ev":"deadlock"}
)log";

}  // namespace loopline::test
