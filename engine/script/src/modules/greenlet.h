// What calls that block ask of greenlets.
#pragma once

namespace loopline::script {

class Vm;

/// Raises what another greenlet has thrown (kill(), a Timeout) at the current one while it was blocked in native code.
/// False after raising. Call it when such a wait is over.
bool raise_what_was_thrown(Vm& vm);

}  // namespace loopline::script
