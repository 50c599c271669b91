process.on('message', ({ message }) => {
  if (message === null) process.disconnect();
  else process.send({ message });
});
