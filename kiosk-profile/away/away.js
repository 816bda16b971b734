// Before the service, and above it while it is away: asks the session whether the service answers, and gives way to it.

const main = document.querySelector('main');

async function look() {
  const answers = await fetch('answers', { cache: 'no-store' }).then((told) => told.text(), () => 'no');
  if (answers.trim() !== 'yes') main.hidden = false;
  else if (location.hash === '#over') window.close();   // the page behind is as its person left it
  else return location.replace(main.dataset.service);
  setTimeout(look, 1000);
}
look();
