// The host's side of a frame: what the frame tells is taken from that frame and that origin alone.

// No guide is higher; a frame that asks for more is at fault.
const HIGHEST = 30000;

/** Listens to a frame: its height follows the guide's, and `told` hears the rest. Gives back how to stop. */
export const listen = (frame, origin, told = () => {}) => {
  const hear = ({ source, origin: from, data }) => {
    if (source !== frame.contentWindow || from !== origin || typeof data?.bus !== "string") return;
    if (data.bus === "her") greet();
    else if (data.bus === "hoyde") fit(frame, data.detail);
    else told(data.bus, data.detail);
  };
  const greet = () => frame.contentWindow?.postMessage({ bus: "hei" }, origin);
  addEventListener("message", hear);
  // Before it has loaded, what stands in the frame is not ours to greet.
  frame.addEventListener("load", greet);
  if (document.readyState === "complete" && frame.isConnected) greet();
  return () => {
    removeEventListener("message", hear);
    frame.removeEventListener("load", greet);
  };
};

const fit = (frame, height) => {
  if (Number.isInteger(height) && height > 0) frame.style.height = `${Math.min(height, HIGHEST)}px`;
};
